/**
 * A word of Chinese: 缺货 says "out of stock", 暴雨 "a downpour". Wanting more gets padding, not reasons; one character is
 * a slip of the keyboard.
 */
export const REASON_AT_LEAST = 2;

/** In UTF-16 units, as a browser counts what a field takes. */
export const REASON_AT_MOST = 500;

/** Blanks, and what leaves no trace on paper: joiners, marks of direction, characters of no width. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text says why: only what can be seen counts, and a character outside the common ones counts once. */
export const isReason = (text: string): boolean =>
  [...text.replace(UNSEEN, "")].length >= REASON_AT_LEAST;
