/**
 * A path of this site from what a visitor sent along, or "/" if it leads anywhere else: an address
 * with a host, or one of the spellings that browsers take for one ("//host", "/\host").
 */
export function sameSitePath(wanted: string): string {
  const here = "https://here.invalid";
  try {
    const url = new URL(wanted, here);
    if (url.origin !== here || !wanted.startsWith("/")) return "/";
    return url.pathname + url.search;
  } catch {
    return "/";
  }
}
