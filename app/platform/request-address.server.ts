import { isIPv6 } from "node:net";
import type { RequestHandler } from "express";

const HEADER = "x-marque-address";

/**
 * Express middleware that notes where a request comes from, for {@link requestAddress}.
 *
 * Express knows which proxies it may believe (`trust proxy`); whatever a client wrote into our own
 * header is replaced.
 */
export const stampAddress: RequestHandler = (request, _response, next) => {
  request.headers[HEADER] = request.ip ?? "";
  next();
};

/** The address a request came from, as the limits count it; "unknown" outside the web server. */
export function requestAddress(request: Request): string {
  return request.headers.get(HEADER) || "unknown";
}

/**
 * What counts as one visitor: an IPv4 address, or the /64 network that an IPv6 subscriber gets
 * whole and could change addresses in for ever.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(gap, 0)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
