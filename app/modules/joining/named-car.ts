import { readPlate } from "#app/modules/vehicle/plate.ts";
import { readVin } from "#app/modules/vehicle/vin.ts";
import { cellText } from "#app/platform/cell-text.ts";

export type NamedCar =
  | { ok: true; car: { vin: string | null; plate: string | null } | null }
  | { ok: false; refusal: "vin-check-digit" | "vin-form" | "vin-length" | "plate-form" };

/** No plate is this long: more than that is a VIN with characters missing or too many. */
const PLATE_AT_MOST = 12;
const VIN_LENGTH = 17;

/**
 * Reads the one box in which an owner names their car, by its plate or its VIN, in any spelling. Nothing
 * typed is no car, which is fine.
 */
export function readNamedCar(typed: string): NamedCar {
  const text = cellText(typed);
  if (text === "") return { ok: true, car: null };
  const length = Array.from(text.replace(/[\s\-‐-―.·_]/g, "")).length;
  const plate = readPlate(text);
  if (plate !== null) return { ok: true, car: { vin: null, plate } };
  if (length === VIN_LENGTH) {
    const { vin, flag } = readVin(text);
    if (vin !== null) return { ok: true, car: { vin, plate: null } };
    return { ok: false, refusal: flag === "wrong-check-digit" ? "vin-check-digit" : "vin-form" };
  }
  return { ok: false, refusal: length > PLATE_AT_MOST ? "vin-length" : "plate-form" };
}
