import type { Cookie } from "@remix-run/node";
import { siteCookie } from "#app/platform/cookies.server.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** Who asked for a code, and where they were going. */
export type CodeRequest = { email: string; to: string };

/**
 * Carries a {@link CodeRequest} from the page that asks for a code to the one that takes it: an
 * e-mail address in the page's own address would be kept by histories and logs.
 */
const codeRequest = () => siteCookie("marque-code", { maxAge: 15 * 60 });

/** The Set-Cookie header that remembers who asked for a code. */
export const keepCodeRequest = (asked: CodeRequest): Promise<string> =>
  codeRequest().serialize(asked);

export const forgetCodeRequest = (): Promise<string> => codeRequest().serialize("", { maxAge: 0 });

/** Who asked for a code in this browser within the last quarter of an hour, or null. */
export async function readCodeRequest(request: Request): Promise<CodeRequest | null> {
  const kept: unknown = await codeRequest().parse(request.headers.get("Cookie"));
  if (typeof kept !== "object" || kept === null) return null;
  const { email, to } = kept as Partial<CodeRequest>;
  return typeof email === "string" && typeof to === "string" ? { email, to } : null;
}

/** By what a browser is known to people who have signed in with it. It opens nothing. */
const knownBrowser = () => siteCookie("marque-known", { maxAge: 400 * DAY_SECONDS });

export const keepKnownBrowser = (token: string): Promise<string> => knownBrowser().serialize(token);

export const readKnownBrowser = (request: Request) => readToken(request, knownBrowser());

/** By what a browser comes back for the challenge that a passkey is to sign. */
const passkeyChallenge = () => siteCookie("marque-passkey", { maxAge: 5 * 60 });

export const keepPasskeyChallenge = (token: string): Promise<string> =>
  passkeyChallenge().serialize(token);

export const readPasskeyChallenge = (request: Request) => readToken(request, passkeyChallenge());

async function readToken(request: Request, cookie: Cookie): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get("Cookie"));
  return typeof token === "string" && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}
