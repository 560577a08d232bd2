/** What was read off a code or typed. */
export type Scanned =
  | { kind: "token"; token: string }
  | { kind: "code"; code: string }
  | { kind: "nothing" };

/**
 * Reads what a camera or a keyboard scanner read, or somebody typed: a party's QR, by itself or as an address that
 * ends in it, or the six characters below it, in which O is 0, and I and L are 1.
 */
export function readScanned(text: string): Scanned {
  const whole = text.normalize("NFKC").trim();
  const last = whole.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  const typed = last.replace(/[\s\u2010-\u2015\u2212-]/g, "").toUpperCase();
  if (/^[0-9A-Z]{6}$/.test(typed)) {
    return { kind: "code", code: typed.replaceAll("O", "0").replace(/[IL]/g, "1") };
  }
  return /^[\w-]{12,200}$/.test(last) ? { kind: "token", token: last } : { kind: "nothing" };
}

/** Between a code that no list had, and who it was said to be. */
const BETWEEN = " · ";

/** What is kept of somebody who is in no list: what was read, and who they say they are. */
export const seenOf = (code: string, name: string): string =>
  [code, name.trim()].filter(Boolean).join(BETWEEN);

/** Of what was kept, what was read. */
export const codeOf = (seen: string): string => seen.split(BETWEEN)[0] ?? "";
