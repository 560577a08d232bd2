import { markOf, type SentFile } from "#app/modules/albums/upload.ts";

/** Why a file was not sent. `quota`: nothing more of this person today; `connection`: it can be tried again. */
export type SendFailure = "too-large" | "heic" | "empty" | "quota" | "signed-out" | "connection";

/** What is heard of a file as it is sent: how much of it is there, and in the end that it is all there or why not. */
export type SendEvent =
  | { what: "sending"; bytes: number }
  | { what: "sent" }
  | { what: "known" }
  | { what: "failed"; why: SendFailure };

/** So much of a file is sent in one request: what stands between us may hold a request back until it is whole. */
const PIECE_BYTES = 4_000_000;
const AT_ONCE = 2;

/** Ten minutes without a network, or with a server that has enough to decode; it begins anew with every piece. */
const RETRY_MS = [500, 1_000, 3_000, ...Array<number>(120).fill(5_000)];

export type SendingTo = { at: string; mostBytes: number };

/**
 * Sends pictures to an album, two at once, each going on where an earlier try left it, also that of another day.
 *
 * @param to.at the address at which uploads begin; `mostBytes` of a file.
 * @param tell called with the place of a file among `files`.
 */
export async function sendPictures(
  files: readonly File[],
  { at, mostBytes }: SendingTo,
  tell: (place: number, event: SendEvent) => void,
): Promise<void> {
  const [{ Upload }, sent] = await Promise.all([import("tus-js-client"), askSent(at)]);
  if (sent === null) {
    for (const place of files.keys()) tell(place, { what: "failed", why: "signed-out" });
    return;
  }
  const known = new Map(sent.map((file) => [file.mark, file]));
  const line = files.keys();
  let isStopped = false;

  const sendOne = (place: number, file: File, resumed: string | null): Promise<void> =>
    new Promise((resolve) => {
      const end = (event: SendEvent) => {
        if (event.what === "failed" && event.why === "quota") isStopped = true;
        tell(place, event);
        resolve();
      };
      const upload = new Upload(file, {
        endpoint: at,
        uploadUrl: resumed && `${at}/${resumed}`,
        chunkSize: PIECE_BYTES,
        overridePatchMethod: true,
        storeFingerprintForResuming: false,
        retryDelays: RETRY_MS,
        metadata: { filename: file.name, mark: markOf(file) },
        onShouldRetry: (error) => isWorthATry(statusOf(error)),
        onProgress: (bytes) => tell(place, { what: "sending", bytes }),
        onSuccess: () => end({ what: "sent" }),
        onError: (error) => end({ what: "failed", why: failureOf(statusOf(error)) }),
      });
      upload.start();
    });

  const work = async () => {
    for (const place of line) {
      const file = files[place] as File;
      const before = known.get(markOf(file));
      const refused = refusalOf(file, mostBytes);
      if (isStopped) tell(place, { what: "failed", why: "quota" });
      else if (refused) tell(place, { what: "failed", why: refused });
      else if (before && before.state !== "sending") tell(place, { what: "known" });
      else await sendOne(place, file, before?.id ?? null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** What is there already of this person's; null where nobody is signed in any more. */
async function askSent(at: string): Promise<SentFile[] | null> {
  const answer = await fetch(at, { headers: { Accept: "application/json" } });
  const isList = answer.ok && answer.headers.get("Content-Type")?.includes("json");
  return isList ? answer.json() : null;
}

/** What need not be sent to be refused. */
function refusalOf(file: File, mostBytes: number): SendFailure | null {
  if (file.size === 0) return "empty";
  if (file.size > mostBytes) return "too-large";
  return /\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]/.test(file.type) ? "heic" : null;
}

/** 0 where there was no answer. */
const statusOf = (error: Error): number =>
  "originalResponse" in error
    ? ((error.originalResponse as { getStatus(): number } | null)?.getStatus() ?? 0)
    : 0;

/** No answer, a piece that is there already, a server that has enough or is being started anew. */
const isWorthATry = (status: number): boolean => status === 0 || status === 409 || status >= 500;

function failureOf(status: number): SendFailure {
  if (status === 413) return "too-large";
  if (status === 429) return "quota";
  return status === 200 || status === 401 || status === 403 ? "signed-out" : "connection";
}
