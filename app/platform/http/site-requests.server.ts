import { createRequestHandler, type GetLoadContextFunction } from "@remix-run/express";
import { createRequestHandler as createRemixHandler, type ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { narrowing } from "./narrow-build.server.ts";

/** Where Remix is asked what lies behind the links of a page. */
const MANIFEST = "/__manifest";

/** Answers requests for the built site, each with those routes alone that its address could lead to. */
export function siteRequests(
  build: ServerBuild,
  getLoadContext: GetLoadContextFunction,
): RequestHandler {
  const mode = "production";
  const pages = narrowing(build, (narrow) =>
    createRequestHandler({ build: narrow, getLoadContext, mode }),
  );
  const manifest = narrowManifest(build);
  return async (request, response, next) => {
    if (request.path !== MANIFEST) return pages(request.path)(request, response, next);
    try {
      const answer = await manifest(new URL(request.originalUrl, "http://localhost"));
      const text = await answer.text();
      answer.headers.forEach((value, name) => {
        response.setHeader(name, value);
      });
      response.status(answer.status).end(text);
    } catch (error) {
      next(error);
    }
  };
}

/**
 * What Remix answers about the links of a page. It is asked for all of them in one request, is asked here for those
 * together that could lead to the same routes, and the answers are put together.
 */
export function narrowManifest(build: ServerBuild): (url: URL) => Promise<Response> {
  const about = narrowing(build, (narrow) => createRemixHandler(narrow, "production"));
  return async (url) => {
    const version = url.searchParams.get("version") ?? "";
    const asked = new Map<ReturnType<typeof about>, URLSearchParams>();
    for (const path of url.searchParams.getAll("p")) {
      const handler = about(path);
      const query = asked.get(handler) ?? new URLSearchParams({ version });
      query.append("p", path);
      asked.set(handler, query);
    }
    if (asked.size === 0) return about("/")(new Request(url));
    const answers = await Promise.all(
      [...asked].map(([handler, query]) =>
        handler(new Request(`${url.origin}${url.pathname}?${query}`)),
      ),
    );
    const [first] = answers as [Response];
    // None is answered where the page is of another version of the site, or asks for too much at once.
    if (answers.some(({ status }) => status !== 200)) return first;
    const routes = await Promise.all(answers.map((answer) => answer.json()));
    return new Response(JSON.stringify(Object.assign({}, ...routes)), { headers: first.headers });
  };
}
