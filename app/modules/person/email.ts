import { cellLabel } from "#app/platform/cell-text.ts";

const LONGEST = 254;
const LONGEST_LOCAL = 64;

/**
 * An address without comments and quotes (RFC 5321, 4.1.2): the local part of the characters of an atom, with dots
 * wherever a provider allows them, and a domain of at least two labels. Letters may be of any script (RFC 6531).
 */
const ADDRESS =
  /^([\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+)@((?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+))$/u;

/**
 * An e-mail address in small letters and ordinary width, or null when the text is none. It is the one reader of
 * addresses: of rosters, forms, the search and the command line. What is on file can be signed in with.
 */
export function readEmail(text: string): string | null {
  const typed = (cellLabel(text) ?? "").normalize("NFC").toLowerCase();
  const [, local = "", domain = ""] = (typed.length <= LONGEST && ADDRESS.exec(typed)) || [];
  if (local === "" || local.length > LONGEST_LOCAL) return null;
  return `${local}@${asciiDomain(domain)}`;
}

/** A domain of another script as the net writes it; browsers send it so from a field for an address. */
function asciiDomain(domain: string): string {
  if (/^[!-~]*$/.test(domain)) return domain;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : domain;
}
