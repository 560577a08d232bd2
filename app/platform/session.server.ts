import { siteCookie } from "./cookies.server.ts";

/** Holds a session's token. */
const sessionCookie = () => siteCookie("marque");

/** The token a browser sent, or null. Tokens are 32 bytes in base64url; anything else is none. */
export async function readSessionToken(request: Request): Promise<string | null> {
  const token: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  return typeof token === "string" && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** The Set-Cookie header that signs a browser in, until `endsAt` at the latest. */
export function keepSessionToken(token: string, endsAt: Date): Promise<string> {
  return sessionCookie().serialize(token, { expires: endsAt });
}

/** The Set-Cookie header that makes a browser forget its token. */
export function forgetSessionToken(): Promise<string> {
  return sessionCookie().serialize("", { expires: new Date(0) });
}
