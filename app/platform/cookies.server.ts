import { type Cookie, type CookieOptions, createCookie } from "@remix-run/node";
import { appOrigin } from "./env.server.ts";

/**
 * A cookie of this site. Scripts cannot read it, and other sites' forms do not send it. Over https it is
 * Secure and its name carries the `__Host-` prefix, by which browsers refuse it from a sister domain or
 * for a part of the site (OWASP ASVS 5.0, 3.3); on a laptop without https they would refuse the prefix.
 *
 * Made when it is used: where the site is on the web is only known once the settings were read.
 *
 * @param options.maxAge seconds; without it the cookie goes when the browser is closed.
 */
export function siteCookie(
  name: `marque${string}`,
  options: Pick<CookieOptions, "maxAge"> = {},
): Cookie {
  const secure = appOrigin().startsWith("https:");
  return createCookie(secure ? `__Host-${name}` : name, {
    ...options,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
  });
}
