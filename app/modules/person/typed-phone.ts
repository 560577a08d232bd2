import { cellText } from "#app/platform/cell-text.ts";
import { readPhone } from "./phone.ts";

/** Countries to choose from, where the members are first. Others are typed with their +. */
export const PHONE_COUNTRIES = [
  "+86",
  "+852",
  "+853",
  "+886",
  "+65",
  "+60",
  "+81",
  "+82",
  "+1",
  "+44",
  "+49",
  "+33",
  "+61",
] as const;
export type PhoneCountry = (typeof PHONE_COUNTRIES)[number];

/**
 * A phone number as it was typed beside the choice of its country, in E.164; null when it cannot be rung.
 * A number that says its country itself needs no choice. Within their country many begin with a 0
 * that is not dialled from abroad.
 */
export function readTypedPhone(country: PhoneCountry, typed: string): string | null {
  const number = cellText(typed);
  if (/^(\+|00)/.test(number.replace(/[\s(]/g, ""))) return readPhone(number);
  if (country === "+86") return readPhone(number);
  return readPhone(`${country} ${number.replace(/^\(?0/, "")}`);
}
