import type { RequestHandler } from "express";

/** A name or an address, and perhaps a port (RFC 9110, 7.2); what is put together from one must be an address. */
const HOST = /^([a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i;

/**
 * Settles once, for everything behind it, by what host this site is asked. With `APP_ORIGIN` it is that one,
 * whatever a proxy passes on; without, the Host that was sent. Nobody reads X-Forwarded-Host: the framework
 * would, for addresses and for a check of origins of its own, beside ours.
 *
 * Answers 400 where the Host is no host.
 *
 * @param configured `APP_ORIGIN`, if it is set.
 */
export function requestHost(configured: string | undefined): RequestHandler {
  const own = configured && new URL(configured).host;
  return (request, response, next) => {
    delete request.headers["x-forwarded-host"];
    const host = own ?? request.headers.host ?? "";
    if (!HOST.test(host) || !URL.canParse(`http://${host}`)) {
      response.status(400).set("Cache-Control", "no-store").type("text").send("400 Bad Request\n");
      return;
    }
    request.headers.host = host;
    next();
  };
}
