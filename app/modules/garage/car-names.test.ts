import { expect, test } from "vitest";
import { readCarNames } from "./car-names.ts";

const vin = "1M8GDM9AXKP042788";

test.each([
  ["a plate alone will do", { vin: "", plate: "沪a·d12345" }, { vin: null, plate: "沪AD12345" }],
  ["a VIN alone will do", { vin: "1m8gdm9axkp042788", plate: " " }, { vin, plate: null }],
  [
    "a European VIN has no check digit, and is kept",
    { vin: "WVWZZZ1JZ3W386752", plate: "沪A10000" },
    { vin: "WVWZZZ1JZ3W386752", plate: "沪A10000" },
  ],
  ["both are both", { vin, plate: "粤B·12345" }, { vin, plate: "粤B12345" }],
])("%s", (_case, typed, names) => {
  expect(readCarNames(typed)).toEqual({ ok: true, names });
});

test.each([
  ["neither is no car", { vin: "", plate: "" }, "plate", "none"],
  [
    "a slip in the VIN is told",
    { vin: "1M8GDM9AXKP042789", plate: "沪A10000" },
    "vin",
    "check-digit",
  ],
  ["a short VIN is told", { vin: "1M8GDM9AXKP04278", plate: "" }, "vin", "malformed"],
  ["a plate that is none is told, VIN or no VIN", { vin, plate: "沪A1" }, "plate", "malformed"],
  ["words for having no plate are none", { vin, plate: "N/A" }, "plate", "malformed"],
])("%s", (_case, typed, field, problem) => {
  expect(readCarNames(typed)).toEqual({ ok: false, field, problem });
});
