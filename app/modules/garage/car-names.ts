import { readPlate } from "#app/modules/vehicle/plate.ts";
import { readVin } from "#app/modules/vehicle/vin.ts";

/** What a car is known by, in one spelling; at least one of the two. */
export type CarNames = { vin: string | null; plate: string | null };

export type CarNamesReading =
  | { ok: true; names: CarNames }
  /** What is wrong with which of the two fields; `none` when both are empty. */
  | { ok: false; field: "vin" | "plate"; problem: "malformed" | "check-digit" | "none" };

/** Reads a VIN and a plate as people type them, either of which may be left empty. */
export function readCarNames(typed: { vin: string; plate: string }): CarNamesReading {
  const { vin, flag } = readVin(typed.vin);
  if (vin === null && flag !== null)
    return wrong("vin", flag === "malformed" ? flag : "check-digit");
  const plate = readPlate(typed.plate);
  if (plate === null && typed.plate.trim() !== "") return wrong("plate", "malformed");
  if (vin === null && plate === null) return wrong("plate", "none");
  return { ok: true, names: { vin, plate } };
}

const wrong = (field: "vin" | "plate", problem: "malformed" | "check-digit" | "none") =>
  ({ ok: false, field, problem }) as const;
