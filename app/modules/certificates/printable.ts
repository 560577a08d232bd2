import type { CertificateWords } from "./certificate-words.ts";
import { type NotSettable, whyNotSettable } from "./settable.ts";

/** Why a certificate cannot be set in a PDF: for its name, or for words that it has with others. */
export type NotPrintable = NotSettable & { of: "name" | "words" };

/**
 * Says whether the words of a certificate can be set, and if not, why.
 *
 * @param has whether the face has a code point.
 */
export function whyNotPrintable(
  { name, ...words }: CertificateWords,
  has: (codePoint: number) => boolean,
): NotPrintable | null {
  const ofName = whyNotSettable(name, has);
  if (ofName) return { ...ofName, of: "name" };
  const { club, title, to, lines, day, sign, check } = words;
  const ofWords = whyNotSettable([club, title, to, ...lines, day, sign, check].join(" "), has);
  return ofWords && { ...ofWords, of: "words" };
}
