import { isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

export type UrlProblem =
  | "unreadable"
  /** What is sent would be read by whoever stands between. */
  | "not-https"
  /** A password in an address ends up in logs. */
  | "password"
  | "port"
  /** It leads into a network of one's own. */
  | "not-public"
  /** No such name, as far as can be told now. */
  | "unknown-name";

export type ReadUrl = { ok: true; url: URL } | { ok: false; problem: UrlProblem };

export const LONGEST_URL = 500;
/** Below it are the ports of the system's own services: mail, files, other machines' consoles. */
const FIRST_FREE_PORT = 1024;

/**
 * Reads where messages are to go, as far as that can be judged without asking anybody. However an IPv4 address is
 * written (decimal, octal, hexadecimal, shortened), the URL's parser makes the one spelling of it that is judged.
 */
export function readEndpointUrl(typed: string): ReadUrl {
  if (!URL.canParse(typed) || typed.length > LONGEST_URL) return refuse("unreadable");
  const url = new URL(typed);
  if (url.protocol !== "https:") return refuse("not-https");
  if (url.username || url.password) return refuse("password");
  if (url.port !== "" && Number(url.port) < FIRST_FREE_PORT) return refuse("port");
  const host = hostOf(url);
  if (isIP(host) !== 0) return isPublicAddress(host) ? read(url) : refuse("not-public");
  // A name without a dot means something only within a network; `localhost.` is the machine itself.
  const labels = host.replace(/\.$/, "").split(".");
  return labels.length < 2 || labels.at(-1) === "localhost" ? refuse("not-public") : read(url);
}

/** The name, or the address without the brackets that an IPv6 one has in a URL. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, "$1");

function read(url: URL): ReadUrl {
  url.hash = "";
  return { ok: true, url };
}

const refuse = (problem: UrlProblem): ReadUrl => ({ ok: false, problem });
