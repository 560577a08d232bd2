/**
 * Mail providers stop letters for their reader by a POST of their own (RFC 8058). What it may do is in the
 * address, signed; it has no need of a cookie, so no other site gains by sending it.
 */
const ONE_CLICK = /^\/letters\/unsubscribe\/[\w.-]{1,120}$/;

/**
 * Whether a request is such a POST. It may come from any origin or none, and its body may be of any type or
 * none: the RFC asks for a multipart form, some send the other kind, and neither says anything new.
 */
export function isOneClick(request: { method: string; path: string }): boolean {
  return request.method === "POST" && ONE_CLICK.test(request.path);
}
