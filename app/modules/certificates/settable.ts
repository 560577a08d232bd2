/**
 * Why a text cannot be set in a PDF. `script`: its letters take other shapes beside one another, or run from right
 * to left, as Arabic and Devanagari do. `marks`: marks that stand above or below other letters than usual. `hidden`:
 * characters that show nothing and change what stands beside them. `no-glyph`: the face has no such character.
 */
export type NotSettable = {
  why: "script" | "marks" | "hidden" | "no-glyph";
  /** Those that it is about, each once. */
  characters: string[];
};

/** Scripts whose letters stand one after the other as they are, each in a shape of its own. */
const PLAIN =
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
const MARK = /^\p{M}$/u;
/** Joiners, directions, variants of a shape: nothing of them can be seen. */
const HIDDEN = /^[\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Variation_Selector}\uFFFC\uFFFD]$/u;

/**
 * Says whether a text can be set as it is written, and if not, why: what is worst first. Letters with marks of
 * their own, such as ễ, are one character.
 *
 * @param has whether the face has a code point.
 * @returns null where it can be set.
 */
export function whyNotSettable(
  text: string,
  has: (codePoint: number) => boolean,
): NotSettable | null {
  const characters = [...new Set(composed(text))];
  const those = (is: (character: string) => boolean) => characters.filter(is);
  const isMark = (character: string) => MARK.test(character) && !HIDDEN.test(character);
  const findings: NotSettable[] = [
    {
      why: "script",
      characters: those((one) => !PLAIN.test(one) && !MARK.test(one) && !HIDDEN.test(one)),
    },
    { why: "marks", characters: those(isMark) },
    { why: "hidden", characters: those((one) => HIDDEN.test(one)) },
    { why: "no-glyph", characters: those((one) => !has(one.codePointAt(0) as number)) },
  ];
  return findings.find(({ characters: found }) => found.length > 0) ?? null;
}

/** A text as it is set: letters and their marks as one character wherever there is one. */
export const composed = (text: string): string => text.normalize("NFC");
