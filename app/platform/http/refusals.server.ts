import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import { log } from "../log.server.ts";
import { formBytesOf } from "./form-fields.server.ts";
import { isOneClick } from "./one-click.ts";

/** Pages are read, and forms are posted; the API alone knows more. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];
const API_METHODS = [...PAGE_METHODS, "OPTIONS", "PUT", "PATCH", "DELETE"];
const UNSAFE = ["POST", "PUT", "PATCH", "DELETE"];

/**
 * Refuses a path that would be another one when resolved or decoded: "/api/../sign-in" is under /api for those
 * that read it as it stands, and the sign-in page for those that resolve it. Nothing judges such a path at all;
 * it comes before everything else. No address of ours has an encoded slash, backslash or control character.
 */
export const plainPaths: RequestHandler = (request, response, next) => {
  if (isPlainPath(request.originalUrl)) return next();
  refuse(request.path, response, 400);
};

function isPlainPath(target: string): boolean {
  const path = target.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.includes("//")) return false;
  try {
    if (/[\\\u0000-\u001f\u007f]|%(2f|5c)/i.test(path + decodeURIComponent(path))) return false;
    return new URL(`http://here.invalid${path}`).pathname === path;
  } catch {
    return false;
  }
}

/** Refuses methods that nothing at a path knows, before anything tries to understand them. */
export const knownMethods: RequestHandler = (request, response, next) => {
  const known = request.path.startsWith("/api/") ? API_METHODS : PAGE_METHODS;
  if (known.includes(request.method)) return next();
  response.setHeader("Allow", known.join(", "));
  refuse(request.path, response, 405);
};

/** The site's own way to ask for a page's data (`.data`) is no part of the API. */
export const noDataBesideApi: RequestHandler = (request, response, next) => {
  if (request.path.startsWith("/api/") && request.path.endsWith(".data")) {
    return refuse(request.path, response, 404);
  }
  next();
};

/**
 * Lets a form through when it is one, and small. Browsers always say how long a form is; who does not
 * is no browser. A one-click stop of letters comes from a mail provider, as it likes; it is small too.
 *
 * @param exempt paths that take other bodies and look after their limits themselves.
 */
export function formLimits(exempt: (path: string) => boolean): RequestHandler {
  return (request, response, next) => {
    if (!UNSAFE.includes(request.method) || exempt(request.path)) return next();
    const length = request.get("Content-Length");
    if (Number(length ?? 0) > formBytesOf(request.path)) return refuse(request.path, response, 413);
    if (isOneClick(request)) return next();
    if (length === undefined && request.get("Transfer-Encoding")) {
      return refuse(request.path, response, 411);
    }
    if (Number(length ?? 0) > 0 && !request.is("application/x-www-form-urlencoded")) {
      return refuse(request.path, response, 415);
    }
    next();
  };
}

/** The last word on whatever failed on its way to a page: says nothing of our insides. */
export const lastWord: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const claimed = Number((error as { status?: unknown }).status);
  const status = claimed >= 400 && claimed < 500 ? claimed : 500;
  if (status === 500) log().error({ err: error, path: request.path }, "a request failed");
  refuse(request.path, response, status);
};

/** In the form that the asker expects: a problem document for programs (RFC 9457), a line for people. */
function refuse(path: string, response: Response, status: number): void {
  const title = STATUS_CODES[status] ?? "Error";
  response.status(status).set("Cache-Control", "no-store");
  // What is left of a body that is refused is not read: the connection ends with the answer.
  if (status === 411 || status === 413) response.set("Connection", "close");
  if (path.startsWith("/api/")) {
    response
      .type("application/problem+json")
      .send(JSON.stringify({ type: "about:blank", title, status }));
  } else {
    response.type("text").send(`${status} ${title}\n`);
  }
}
