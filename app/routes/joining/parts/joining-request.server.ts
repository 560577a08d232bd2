import { siteCookie } from "#app/platform/cookies.server.ts";

/** Carries the token of somebody on their way into the club, from the code they entered to the card. */
const joiningCookie = () => siteCookie("marque-join");

/** The token a browser sent, or null. */
export async function readJoiningToken(request: Request): Promise<string | null> {
  const token: unknown = await joiningCookie().parse(request.headers.get("Cookie"));
  return typeof token === "string" && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}

/** The Set-Cookie header that lets a browser go on joining, until `expiresAt` at the latest. */
export function keepJoiningToken(token: string, expiresAt: Date): Promise<string> {
  return joiningCookie().serialize(token, { expires: expiresAt });
}

/** The Set-Cookie header that ends it, with the card or without. */
export function forgetJoiningToken(): Promise<string> {
  return joiningCookie().serialize("", { expires: new Date(0) });
}
