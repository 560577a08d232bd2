/**
 * What a cell of an exported table says, without what programs put around it: the tab or `="…"` that
 * keeps a spreadsheet's hands off a number, stray quotes, byte order marks and invisible spaces, and
 * full-width letters and digits (`２０２６` → `2026`, `￥` → `¥`).
 *
 * Chinese characters, inner spaces and upper or lower case are left as they are.
 */
export function cellText(raw: string): string {
  if (plain.test(raw)) return raw;
  return tidied(raw)
    .replace(/^'(?=[A-Z0-9=+\-@])/, "")
    .trim();
}

/**
 * The words of a cell as people read them, such as a name, no longer than `longest` characters; null when it is
 * empty. An apostrophe at the front is the name's own (`'Ofa`, `'t Hooft`), but for the one that keeps a spreadsheet
 * from running what stands behind it, as our own exports put it there (`csv-line.ts`).
 */
export function cellLabel(raw: string, longest = Number.POSITIVE_INFINITY): string | null {
  const text = plain.test(raw) ? raw : tidied(raw.replace(defused, ""));
  if (text.length <= longest) return text === "" ? null : text;
  return [...text].slice(0, longest).join("");
}

/** A text of several lines as its cell holds it, with its own characters, without a spreadsheet's apostrophe. */
export const cellWords = (raw: string): string => raw.replace(defused, "");

function tidied(raw: string): string {
  let text = raw;
  if (fullWidth.test(text)) text = text.replace(fullWidthAll, toHalfWidth);
  text = text.replace(invisible, " ").trim();
  const formula = /^=\s*"([^"]*)"?$/.exec(text);
  if (formula) text = formula[1] ?? "";
  return text.replace(/^"([^"]*)"$|^"([^"]*)$|^([^"]*)"$/, "$1$2$3").trim();
}

/** Whether a cell has lost a character: its bytes are none in the file's encoding, and nobody knows what stood there. */
export function isDamaged(cells: Record<string, string>): boolean {
  return Object.values(cells).some((cell) => cell.includes("\uFFFD"));
}

/** Nothing to strip: no space, quote or equals sign at either end, and no character to translate. */
const plain =
  /^(?:[^\s\u0000-\u001F\u007F"'=\uFEFF\u200B-\u200F\u2060\u3000\uFF00-\uFFEF](?:[!-~ 一-鿿·]*[!#-~一-鿿])?)?$/;
/** The apostrophe in front of a formula, or of apostrophes that stand in front of one. */
const defused = /^\s*'(?='*[=+\-@＝＋－＠\t\r])/;
const fullWidth = /[\uFF01-\uFF5E\uFFE5\uFFE1\uFFE0]/;
const fullWidthAll = /[\uFF01-\uFF5E\uFFE5\uFFE1\uFFE0]/g;
const invisible = /[\s\u0000-\u001F\u007F\u200B-\u200F\u2060\uFEFF]+/g;

function toHalfWidth(character: string): string {
  if (character === "\uFFE5") return "\u00A5";
  if (character === "\uFFE1") return "\u00A3";
  if (character === "\uFFE0") return "\u00A2";
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
