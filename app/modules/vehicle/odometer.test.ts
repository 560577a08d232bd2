import { expect, test } from "vitest";
import { readOdometer } from "./odometer.ts";

test.each([
  ["168172", 168172],
  ["902", 902],
  ["0", 0],
  ["111,096", 111096],
  ["１１１０９６", 111096],
  ["52113 km", 52113],
  ["52113公里", 52113],
  ["52113.7", 52113],
  ["2000000", 2_000_000],
])("%s reads %i km", (cell, km) => {
  expect(readOdometer(cell)).toBe(km);
});

test.each(["", "-5", "abc", "2000001", "99999999", "11,10"])("%j is no reading", (cell) => {
  expect(readOdometer(cell)).toBeNull();
});
