const ALONE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
/** Begin no line; a curly quote does so in no Chinese text, and in others is the apostrophe of a word. */
const CLOSING = "，。、；：！？）》";
/** Begin what a character of a script without blanks begins. */
const OPENING = "“‘（《";
/**
 * A word with the blank after it, or one character of a script without blanks, with the marks that belong to it; and a
 * mark that stands by itself.
 */
const PIECE = new RegExp(
  [
    `[${OPENING}]?${ALONE}[${CLOSING}”’]*\\s*`,
    `(?:(?!${ALONE}|[${OPENING}]${ALONE}|[${CLOSING}])\\S)+[${CLOSING}]*\\s*`,
    "\\S\\s*",
  ].join("|"),
  "gu",
);

/**
 * A text in lines that fit: broken at blanks, in scripts without blanks between characters, and within a word that is
 * longer than a line. Nothing ends in a blank; an empty text is one empty line.
 *
 * @param fits whether a line has room for a text.
 */
export function setLines(text: string, fits: (line: string) => boolean): string[] {
  const lines = [""];
  const add = (piece: string) => {
    lines[lines.length - 1] += piece;
  };
  const isRoomFor = (piece: string) => fits(`${lines.at(-1)}${piece}`.trimEnd());
  for (const [piece] of text.matchAll(PIECE)) {
    if (isRoomFor(piece)) add(piece);
    else if (fits(piece.trimEnd())) lines.push(piece);
    else {
      for (const { segment } of new Intl.Segmenter().segment(piece)) {
        if (lines.at(-1) === "" || isRoomFor(segment)) add(segment);
        else lines.push(segment);
      }
    }
  }
  return lines.map((line) => line.trimEnd());
}
