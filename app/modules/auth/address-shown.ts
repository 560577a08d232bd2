/**
 * An address as its owner may see it: enough to tell the office from a phone, and not where somebody sits. Of an
 * IPv4 address the last part is left out, of an IPv6 address all behind the network's own.
 */
export function addressShown(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\.\d+$/, ".*");
  const [network] = plain.split("::");
  const groups = (network ?? "").split(":").filter(Boolean).slice(0, 3);
  return plain.includes(":") && groups.length > 0 ? `${groups.join(":")}:*` : "";
}
