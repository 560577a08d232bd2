import { hostOf, type ReadUrl, readEndpointUrl } from "./endpoint-url.ts";
import type { Way } from "./post-outside.server.ts";

/** How is asked where a name leads, and what is let pass. */
export type Judge = Pick<Way, "resolve" | "allows">;

/**
 * Reads where messages are to go, and asks where that is now. A name that nobody can be asked about is taken: it is
 * judged again whenever something is sent.
 */
export async function judgeEndpoint(typed: string, { resolve, allows }: Judge): Promise<ReadUrl> {
  const read = readEndpointUrl(typed);
  if (!read.ok) return read;
  const resolved = await resolve(hostOf(read.url));
  if (!resolved.ok) {
    return resolved.failure === "unknown-name" ? { ok: false, problem: "unknown-name" } : read;
  }
  return resolved.addresses.every(allows) ? read : { ok: false, problem: "not-public" };
}
