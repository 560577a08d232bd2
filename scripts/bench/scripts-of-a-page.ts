import { gzipSync } from "node:zlib";
import type { Site } from "./site.ts";

/**
 * Weighs the scripts a browser fetches before a page is alive: those it names, and what these import.
 * What is only imported on demand does not count.
 *
 * @returns the number of files, their bytes under gzip, and the bytes of the page itself under gzip.
 */
export async function scriptsOf(
  site: Site,
  path: string,
  cookie: string,
): Promise<{ files: number; bytes: number; pageBytes: number }> {
  const page = await site.get(path, cookie);
  // The page also lists modules of links on it, for later; only what is imported or preloaded counts.
  const waiting = [
    ...page.matchAll(/(?:rel="modulepreload" href=|import\(?\s*|from\s*)"(\/assets\/[^"]+\.js)"/g),
  ].map(([, file]) => file);
  const weights = new Map<string, number>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (weights.has(file)) continue;
    const source = await site.get(file);
    weights.set(file, gzipSync(source).length);
    for (const [, imported] of source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(new URL(String(imported), site.origin + file).pathname);
    }
  }
  const bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { files: weights.size, bytes, pageBytes: gzipSync(page).length };
}
