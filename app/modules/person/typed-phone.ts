import { readPhone } from "./phone.ts";
import type { PhoneCountry } from "./phone-countries.ts";

/**
 * A phone number as it was typed beside the choice of its country, in E.164; null when it cannot be rung.
 * A number that says its country itself needs no choice.
 */
export function readTypedPhone(country: PhoneCountry, typed: string): string | null {
  return readPhone(typed, country === "+86" ? undefined : country);
}
