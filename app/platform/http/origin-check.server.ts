import type { RequestHandler } from "express";
import { isOneClick } from "./one-click.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that changes something when a browser says that another site sent it.
 *
 * Browsers send Origin with every unsafe request; programs that speak to /api have keys instead of
 * cookies, so nobody can make them send something unknowingly.
 *
 * @param isOurs whether an origin is this site.
 */
export function originCheck(isOurs: (origin: string, host: string) => boolean): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || request.path.startsWith("/api/")) return next();
    const origin = request.get("Origin");
    // Judged here; the framework's own check knows neither APP_ORIGIN nor "null".
    delete request.headers.origin;
    if (isOneClick(request)) return next();
    if (origin && isOurs(origin, request.get("Host") ?? "")) return next();
    // A browser without Origin (an old one, or one that hides it) still says where it comes from.
    if (!origin && request.get("Sec-Fetch-Site") === "same-origin") return next();
    response
      .status(403)
      .type("text")
      .send("This form was sent from another site. Nothing was done.");
  };
}

/** Our origin is the configured one; without one, the host that was asked. */
export function ownOrigin(configured: string | undefined) {
  return (origin: string, host: string): boolean => {
    if (configured) return origin === new URL(configured).origin;
    return origin === `http://${host}` || origin === `https://${host}`;
  };
}
