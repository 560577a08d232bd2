import { isIPv6 } from "node:net";
import type { AppLoadContext } from "@remix-run/node";

/**
 * The address a request came from, as Express tells it: the connection's own, or what a proxy on this
 * machine says (`trust proxy` in server.ts). Nobody else's X-Forwarded-For is believed.
 */
export function requestAddress(context: AppLoadContext): string {
  return typeof context.address === "string" && context.address ? context.address : "unknown";
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
