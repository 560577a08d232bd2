import { cellText } from "#app/platform/cell-text.ts";

/** Seven digits stand before the check digit. */
const largestSequence = 9_999_999;

/**
 * The member number of a sequence: `M`, seven digits, and their Luhn check digit (1000 → `M00010009`).
 *
 * @throws RangeError when the sequence is not a whole number from 1 to 9,999,999.
 */
export function memberNumberOf(sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > largestSequence) {
    throw new RangeError(`No member number for sequence ${sequence}`);
  }
  const digits = String(sequence).padStart(7, "0");
  return `M${digits}${luhnDigit(digits)}`;
}

/** The sequence of a member number as `readMemberNumber` gives it. */
export function sequenceOf(memberNumber: string): number {
  return Number(memberNumber.slice(1, 8));
}

/** A member number as one spelling, or null when its form or its check digit is wrong. */
export function readMemberNumber(text: string): string | null {
  const number = cellText(text)
    .toUpperCase()
    .replace(/[\s\-‐-―.·_]/g, "");
  if (!/^M\d{8}$/.test(number)) return null;
  return luhnDigit(number.slice(1, 8)) === Number(number[8]) ? number : null;
}

/** The digit that makes the Luhn sum a multiple of ten: every second digit from the right counts twice. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, twice = true; i >= 0; i--, twice = !twice) {
    const value = Number(digits[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}
