import type { LookupAddress } from "node:dns";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Failure } from "./delivery-states.ts";
import { hostOf } from "./endpoint-url.ts";
import { isPublicAddress } from "./public-address.ts";
import { type Resolved, resolveHost } from "./resolve-host.server.ts";

/** What became of a request: a status, or why there is none. */
export type Answer =
  | { ok: true; status: number; tookMs: number }
  | { ok: false; failure: Failure; status: number | null; retryAfter?: string; tookMs: number };

/** How the outside is reached. */
export type Way = {
  resolve: (host: string) => Promise<Resolved>;
  /** Whether something may be sent to an address. */
  allows: (address: string) => boolean;
  /** Whom to believe, where that is not whom Node.js believes. */
  ca?: string;
  timeoutMs: number;
};

/** The only way that the club itself goes. */
export const THE_INTERNET: Way = {
  resolve: resolveHost,
  allows: isPublicAddress,
  timeoutMs: 10_000,
};

/**
 * Posts JSON to a stranger's server, once. The name is asked for here, and the connection goes to the addresses that
 * were judged and no others: a name that is asked for twice can answer twice. One that is not public refuses all, as
 * nobody knows which of them a second attempt would take. Redirects are not followed, and of an answer nothing but
 * its status is read, and when to come again.
 *
 * @param way for tests, which have no internet.
 */
export async function postOutside(
  { url, headers, body }: { url: URL; headers: Record<string, string>; body: string },
  way: Way = THE_INTERNET,
): Promise<Answer> {
  const began = performance.now();
  const tookMs = () => Math.round(performance.now() - began);
  const failed = (failure: Failure, said: Said | null = null): Answer => ({
    ok: false,
    failure,
    status: null,
    ...said,
    tookMs: tookMs(),
  });
  const late = AbortSignal.timeout(way.timeoutMs);
  const resolved = await untilLate(way.resolve(hostOf(url)), late);
  if (resolved === "late") return failed("timeout");
  if (!resolved.ok) return failed("dns");
  const { addresses } = resolved;
  if (!addresses.every(way.allows)) return failed("address");
  try {
    const said = await post(url, { headers, body, addresses, ca: way.ca, signal: late });
    const { status } = said;
    if (status >= 200 && status < 300) return { ok: true, status, tookMs: tookMs() };
    return failed(status >= 300 && status < 400 ? "redirect" : "status", said);
  } catch (error) {
    return failed(late.aborted ? "timeout" : failureOf(error));
  }
}

/** What is read of an answer. */
type Said = { status: number; retryAfter?: string };

function post(
  url: URL,
  sent: {
    headers: Record<string, string>;
    body: string;
    addresses: string[];
    ca: string | undefined;
    signal: AbortSignal;
  },
): Promise<Said> {
  const { addresses, body, ca, signal } = sent;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      headers: { ...sent.headers, "Content-Length": Buffer.byteLength(body) },
      // A connection of its own: none is kept on which somebody else's name was proved.
      agent: false,
      lookup: among(addresses),
      ca,
      signal,
    });
    outgoing.on("error", reject);
    outgoing.on("response", ({ statusCode, headers: { "retry-after": retryAfter } }) => {
      resolve({ status: statusCode as number, ...(retryAfter && { retryAfter }) });
      outgoing.destroy();
    });
    outgoing.end(body);
  });
}

/** Answers whoever asks for the name with the addresses that were judged. */
function among(addresses: string[]): LookupFunction {
  const known: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, answer) => {
    if (all) answer(null, known);
    else answer(null, known[0]?.address ?? "", known[0]?.family);
  };
}

async function untilLate<T>(work: Promise<T>, late: AbortSignal): Promise<T | "late"> {
  return Promise.race([
    work,
    new Promise<"late">((resolve) => {
      late.addEventListener("abort", () => resolve("late"), { once: true });
    }),
  ]);
}

/** Node.js has no one mark for what goes wrong with certificates: they say so in their codes. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/;

function failureOf(error: unknown): Failure {
  const { code = "", errors } = error as { code?: string; errors?: unknown[] };
  // One error for all addresses: what went wrong with the first says as much as any.
  if (errors?.length) return failureOf(errors[0]);
  return TLS.test(code) ? "tls" : "connection";
}
