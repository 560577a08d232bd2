import { expect, test } from "vitest";
import { pointsPerSale, sumOfPoints } from "./points-per-sale.ts";

const month = (changes: object = {}) => ({
  ...{ month: "2026-07", referrers: 0, welcome: 0, pending: 0, deliveries: 0 },
  ...changes,
});

test("points of all leads are divided by what was delivered, in whole points and minor units", () => {
  const line = pointsPerSale(
    month({ referrers: 4_650, welcome: 500, pending: 2_000, deliveries: 3 }),
    700,
  );
  expect(line).toMatchObject({ points: 5_150, perSale: 1_717 });
  expect(line).toMatchObject({ valueMinor: 36_050, valuePerSaleMinor: 12_017 });
});

test("as long as nothing is delivered there is no sale to divide by", () => {
  expect(pointsPerSale(month({ referrers: 50 }), 700)).toMatchObject({
    ...{ points: 50, perSale: null, valueMinor: 350, valuePerSaleMinor: null },
  });
});

test("months add up", () => {
  const july = month({ referrers: 50, pending: 50, deliveries: 1 });
  const august = month({ referrers: 200, welcome: 10 });
  expect(sumOfPoints([july, august])).toEqual({
    ...{ month: null, referrers: 250, welcome: 10, pending: 50, deliveries: 1 },
  });
  expect(sumOfPoints([])).toEqual({ ...month(), month: null });
});
