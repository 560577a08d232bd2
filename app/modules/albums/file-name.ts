const LONGEST_NAME = 200;

/** A file's name as an album keeps it: without folders, line ends and what else a name is better without. */
export function readFileName(given: string): string {
  const name = given.split(/[/\\]/).at(-1) ?? "";
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim();
  return Array.from(clean).slice(0, LONGEST_NAME).join("") || "file";
}
