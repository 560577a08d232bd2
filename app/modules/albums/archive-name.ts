const LONGEST = 80;

/** What Windows keeps for devices, with or without an ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

const MIME_ENDINGS: Readonly<Record<string, string>> = {
  "image/webp": "webp",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/**
 * How a picture is called on somebody's own disk: as its file was called when it was sent, without folders, with the
 * ending of what it holds now, and with nothing that Windows, macOS or Linux have a meaning for.
 */
export function fileNameFor(given: string, mime: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? "";
  const plain = base
    .normalize("NFC")
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"|?*%!$`']/g, "_");
  const short = Array.from(plain).slice(0, LONGEST).join("");
  const bare = short.replace(/^[\s.~-]+|[\s.]+$/gu, "");
  const stem = bare.split(".")[0]?.trim() ?? "";
  const name = bare === "" || DEVICE.test(stem) ? `picture${bare && `-${bare}`}` : bare;
  return `${name}.${MIME_ENDINGS[mime] ?? "bin"}`;
}

/**
 * The same in an archive of so many: with its place in front, so that names are in the album's order and no two are
 * one, also where letters count alike large and small.
 *
 * @param place from 1.
 */
export function archiveName(place: number, of: number, given: string, mime: string): string {
  const digits = Math.max(3, String(of).length);
  return `${String(place).padStart(digits, "0")}-${fileNameFor(given, mime)}`;
}
