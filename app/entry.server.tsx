import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { wholePage } from "./platform/http/whole-page.server.ts";
import { log } from "./platform/log.server.ts";
import { NonceContext } from "./platform/nonce.ts";

/** Longer than any page takes; a page that hangs ends rather than holding its connection. */
const RENDER_LIMIT_MS = 10_000;

export const streamTimeout = RENDER_LIMIT_MS;

/**
 * Renders a page whole before the first byte: pages are small, and an error can still be a page. It is
 * sent in one piece, too: React's pieces of two kilobytes each cost a turn of the compressor.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = String(loadContext.nonce ?? "");
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(limit);
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
          pipe(
            wholePage((page) => {
              resolve(new Response(page, { status: failed ? 500 : status, headers }));
            }),
          );
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          log().error({ err: error }, "a page could not be rendered");
        },
      },
    );
    // Cleared when the page is done: a timer that waits keeps the whole page in memory.
    const limit = setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/** What a page asks for by itself is as private as the page. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has("Cache-Control")) {
    response.headers.set("Cache-Control", "private, no-store");
  }
  return response;
}

/** An error that no page foresaw. A reader who went away is none, nor is a page that is not there. */
export function handleError(
  error: unknown,
  { request, params }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log().error({ err: error, path: new URL(request.url).pathname, params }, "a request failed");
}
