import { type Cookie, createCookie } from "@remix-run/node";
import { appOrigin } from "./env.server.ts";

/**
 * The cookie that holds a session's token. Over https it carries the `__Host-` prefix, by which
 * browsers refuse it from a sister domain, without Secure, or for a part of the site.
 */
function sessionCookie(): Cookie {
  const secure = appOrigin().startsWith("https:");
  return createCookie(secure ? "__Host-marque" : "marque", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
  });
}

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
