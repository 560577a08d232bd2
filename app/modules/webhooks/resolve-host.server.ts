import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";

const TIMEOUT_MS = 2_000;
const TRIES = 2;

/** Nobody has such a name, or can have it, as opposed to nobody who could be asked. */
const UNKNOWN = new Set(["ENOTFOUND", "ENODATA", "EBADNAME"]);

export type Resolved =
  | { ok: true; addresses: string[] }
  | { ok: false; failure: "unknown-name" | "no-answer" };

/**
 * Asks for all addresses of a name, IPv4 before IPv6; an address is its own. It is asked of the name servers alone:
 * what this machine calls others (`/etc/hosts`) is not for the internet, and a server that is slow to answer holds up
 * none of the threads on which the process hashes passwords.
 */
export async function resolveHost(host: string): Promise<Resolved> {
  if (isIP(host) !== 0) return { ok: true, addresses: [host] };
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const addresses = answers.flatMap((answer) =>
    answer.status === "fulfilled" ? answer.value : [],
  );
  if (addresses.length > 0) return { ok: true, addresses };
  const isUnknown = answers.every(
    (answer) => answer.status === "rejected" && UNKNOWN.has(answer.reason.code),
  );
  return { ok: false, failure: isUnknown ? "unknown-name" : "no-answer" };
}
