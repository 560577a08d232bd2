import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/**
 * The headers of every answer. Scripts run only with this answer's nonce; styles, pictures and fonts
 * come from ourselves; nobody frames us.
 *
 * @param formTargets origins to which a form of ours may lead: where people pay.
 * @param development lets Vite's client in: its socket and its injected style elements.
 */
export function securityHeaders(
  origin: string,
  formTargets: readonly string[],
  development: boolean,
): RequestHandler[] {
  const https = origin.startsWith("https:");
  const makeNonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": [
          "'self'",
          (_request, response) => `'nonce-${(response as Response).locals.nonce}'`,
        ],
        "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'", ...formTargets],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    crossOriginEmbedderPolicy: false,
  });
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    next();
  };
  return [makeNonce, headers, permissions];
}
