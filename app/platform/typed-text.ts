/**
 * A text as it was typed, without what nobody can see and no database keeps: control characters go, line
 * ends and spaces within stay.
 */
export const typedText = (typed: string): string =>
  typed
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, "")
    .trim();
