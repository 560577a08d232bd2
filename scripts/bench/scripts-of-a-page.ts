import { gzipSync } from "node:zlib";

/**
 * Weighs the scripts a browser fetches before a page is alive: those it names, and what these import.
 * What is only imported on demand does not count.
 *
 * @param get fetches what lies at a path of the site, as whoever looks at the page.
 * @returns the number of files, their bytes under gzip, and the bytes of the page itself under gzip.
 */
export async function scriptsOf(
  get: (path: string) => Promise<string>,
  path: string,
): Promise<{ files: number; bytes: number; pageBytes: number }> {
  const page = await get(path);
  // The page also lists modules of links on it, for later; only what is imported or preloaded counts.
  const waiting = [
    ...page.matchAll(/(?:rel="modulepreload" href=|import\(?\s*|from\s*)"(\/assets\/[^"]+\.js)"/g),
  ].map(([, file]) => file);
  const weights = new Map<string, number>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (weights.has(file)) continue;
    const source = await get(file);
    weights.set(file, gzipSync(source).length);
    for (const [, imported] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(new URL(String(imported), `http://site${file}`).pathname);
    }
  }
  const bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { files: weights.size, bytes, pageBytes: gzipSync(page).length };
}
