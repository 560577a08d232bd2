/**
 * A path of this site from what a visitor sent along, or "/" if it leads anywhere else: an address
 * with a host, or one of the spellings that browsers take for one ("//host", "/\\host"), also when such a
 * spelling comes out only as it is resolved ("/.//host").
 */
export function sameSitePath(wanted: string): string {
  const here = "https://here.invalid";
  try {
    const url = new URL(wanted, here);
    if (url.origin !== here || !wanted.startsWith("/")) return "/";
    const path = url.pathname + url.search;
    // A browser resolves the answer once more: it must be ours again, and the same.
    const again = new URL(path, here);
    return again.origin === here && again.pathname + again.search === path ? path : "/";
  } catch {
    return "/";
  }
}
