import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** All addresses of the public internet begin so (IANA, "IPv6 Global Unicast Address Assignments"). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** An IPv4 address written into an IPv6 one, by networks that have no IPv4 (RFC 6052, 2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
/** Microsoft's cloud answers its own machines here, at an address that looks like anybody's. */
const AZURE_HOST = "168.63.129.16";

/**
 * Whether an address is one of the public internet: not of this machine, of a network of one's own, of a cloud's
 * inside, nor one of those kept for something else. What cannot be read is none.
 *
 * @param address as a resolver gives it, IPv4 or IPv6.
 */
export function isPublicAddress(address: string): boolean {
  // Other spellings, such as octal ones, are read differently by different programs.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicV4(parsed);
  if (parsed.zoneId) return false;
  if (parsed.match(NAT64)) return isPublicV4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === "unicast";
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && address.toString() !== AZURE_HOST;
}
