import { expect, test } from "vitest";
import { readNamedCar } from "./named-car.ts";

test.each([
  ["a plate with its dot and in lower case", "粤f·hgb4t", { vin: null, plate: "粤FHGB4T" }],
  ["a new-energy plate of eight characters", "粤B·D12345", { vin: null, plate: "粤BD12345" }],
  ["a plate in full width", "沪Ａ８Ｋ３７Ｄ", { vin: null, plate: "沪A8K37D" }],
  ["a plate from abroad", "M-AB 1234", { vin: null, plate: "MAB1234" }],
  ["a VIN", "WBAD25UT0J3095119", { vin: "WBAD25UT0J3095119", plate: null }],
  [
    "a VIN in groups of lower case",
    "wba d25ut 0j30 95119",
    { vin: "WBAD25UT0J3095119", plate: null },
  ],
  [
    "a European VIN, which has no check digit",
    "WVWZZZ1JZ3W386752",
    { vin: "WVWZZZ1JZ3W386752", plate: null },
  ],
  ["nothing", "", null],
  ["spaces only", "   ", null],
])("%s is read", (_case, typed, car) => {
  expect(readNamedCar(typed)).toEqual({ ok: true, car });
});

test.each([
  ["a VIN with two digits changed over", "LSVJ2JKA7J1766684", "vin-check-digit"],
  ["a VIN with an O for a zero", "WBAD25UTOJ3095119", "vin-form"],
  ["a VIN one character short", "WBAD25UT0J309511", "vin-length"],
  ["a VIN one character long", "WBAD25UT0J30951199", "vin-length"],
  ["a plate without its end", "沪A12", "plate-form"],
  ["an emoji", "🚗", "plate-form"],
  ["a word that stands for no plate", "none", "plate-form"],
])("%s is refused with its reason", (_case, typed, refusal) => {
  expect(readNamedCar(typed)).toEqual({ ok: false, refusal });
});
