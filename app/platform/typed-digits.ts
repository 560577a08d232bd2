/**
 * The digits of a text as somebody typed or pasted it: full-width ones become ordinary, and whatever stands before,
 * between and behind them goes, such as the blank that comes along when a code is picked out of a letter.
 */
export const typedDigits = (typed: string): string =>
  typed.normalize("NFKC").replace(/[^0-9]/g, "");
