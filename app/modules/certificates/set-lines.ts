const ALONE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
/** A word with the blank after it, or one character of a script without blanks, with the marks that belong to it. */
const PIECE = new RegExp(
  `[“‘（《]?${ALONE}[，。、”’）》]*\\s*|(?:(?!${ALONE}|[“‘（《]${ALONE})\\S)+\\s*`,
  "gu",
);

/**
 * A sentence in lines that fit. What is longer than a line by itself is set as it is.
 *
 * @param fits whether a line has room for a text.
 */
export function setLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(PIECE)) {
    if (line !== "" && !fits(`${line}${piece}`.trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}
