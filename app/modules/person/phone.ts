import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { cellText } from "#app/platform/cell-text.ts";

/** +86, 0086, 86 or nothing before a mainland mobile number, and the country written once more. */
const MAINLAND = /^(?:\+?86)?(?:86)?(1[3-9]\d{9})$/;

/**
 * A phone number in E.164 (`+8613912345678`), or null when the text holds none that can be rung. It is the one
 * reader of phones: of rosters, forms, the API and the search.
 *
 * Mainland mobile numbers are read in every spelling, with or without +86, 0086 or 86, spaces, dashes and
 * brackets. Numbers of other countries have to begin with + or 00; the nought that is only dialled at home goes
 * (`+44 (0)7700 900124`), and so does a country that is there twice (`+852 852 9123 4567`). A masked number
 * (`139****5678`) is of no use, nor is a landline without its country.
 *
 * @param abroad the country that a number without one belongs to, as `+852`; the mainland otherwise, and for what can
 * only be one of its mobiles.
 */
export function readPhone(text: string, abroad?: string): string | null {
  // Numbers that are copied from a telephone's contacts come within marks of their direction.
  const written = cellText(text.replace(/\p{Bidi_Control}/gu, ""));
  if (/[^\d\s+().\-‐-―]/.test(written)) return null;
  const digits = written.replace(/[^\d+]/g, "").replace(/^00/, "+");
  const mainland = MAINLAND.exec(digits);
  if (mainland && (!abroad || digits.startsWith("+"))) return `+86${mainland[1]}`;
  if (!digits.startsWith("+") && !abroad) return null;
  const number = parsePhoneNumberFromString(digits, { defaultCallingCode: abroad?.slice(1) });
  if (!number || number.countryCallingCode === "86") return null;
  // A mainland mobile beside which another country was chosen: no number of that country, and it would be a second
  // spelling of one that is known.
  if (mainland && !number.isValid()) return `+86${mainland[1]}`;
  return readAbroad(number);
}

/**
 * Whether a number is in use changes faster than a list of it: one of a length that its country has is kept,
 * unless its country is there twice.
 */
function readAbroad(number: PhoneNumber): string | null {
  if (number.isValid()) return number.number;
  const { countryCallingCode: country, nationalNumber } = number;
  if (nationalNumber.startsWith(country)) {
    const once = parsePhoneNumberFromString(`+${nationalNumber}`);
    if (once?.isValid()) return once.number;
  }
  return number.isPossible() ? number.number : null;
}
