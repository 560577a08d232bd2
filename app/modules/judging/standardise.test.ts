import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { habitOf, PARTS, pointsOf, standardise, totalOf, wholeRoot } from "./standardise.ts";

const criteria = [
  { key: "idea", weight: 40 },
  { key: "colour", weight: 60 },
];

describe("points", () => {
  test("weight times value, added up", () => {
    // 40·7 + 60·9 = 280 + 540 = 820
    expect(pointsOf(criteria, { idea: 7, colour: 9 })).toBe(820);
  });

  test("a missing value is not a zero", () => {
    expect(() => pointsOf(criteria, { idea: 7 })).toThrow("no value for colour");
  });
});

describe("standardising what a judge gave", () => {
  test("2, 4, 4, 4, 5, 5, 7, 9: mean 5 and deviation 2, as in every textbook", () => {
    // n 8, S 40, Q 232: V = 8·232 − 40² = 256, √V = 16. Of 9: (8·9 − 40) / 16 = 2. Of 2: (16 − 40) / 16 = −1.5.
    const points = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(habitOf(points)).toEqual({ mean: 5, deviation: 2 });
    expect(standardise(points).map((each) => Number(each) / 1e12)).toEqual([
      -1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2,
    ]);
  });

  test("what does not come out even is cut off after twelve places, above and below zero alike", () => {
    // 1, 2, 3: V = 3·14 − 36 = 6; (9 − 6) / √6 = 1.224744871391589…
    expect(standardise([1, 2, 3])).toEqual([-1_224744871391n, 0n, 1_224744871391n]);
  });

  test.each([
    ["gives everyone the same", [6, 6, 6]],
    ["has one entry alone", [9]],
    ["has none", []],
  ])("a judge who %s tells none from another: 0 for each", (_case, points) => {
    expect(standardise(points)).toEqual(points.map(() => 0n));
    expect(habitOf(points).deviation).toBe(0);
  });

  const someones = fc.array(fc.integer({ min: 100, max: 10_000 }), { minLength: 1, maxLength: 40 });

  test("being stricter by a constant, or on another scale, changes nothing", () => {
    fc.assert(
      fc.property(
        someones,
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 1, max: 50 }),
        (points, more, times) => {
          const own = standardise(points);
          expect(standardise(points.map((each) => each + more))).toEqual(own);
          expect(standardise(points.map((each) => each * times))).toEqual(own);
        },
      ),
    );
  });

  test("is what the textbook's formula gives in floating point, as far as that reaches", () => {
    fc.assert(
      fc.property(someones, (points) => {
        const { mean, deviation } = habitOf(points);
        for (const [at, each] of standardise(points).entries()) {
          const there = deviation === 0 ? 0 : ((points[at] ?? 0) - mean) / deviation;
          expect(Number(each) / Number(PARTS)).toBeCloseTo(there, 8);
        }
      }),
    );
  });
});

test("a whole root is the greatest whose square is not above", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (square) => {
      const root = wholeRoot(square);
      expect(root * root <= square && (root + 1n) ** 2n > square).toBe(true);
    }),
  );
  expect([0n, 1n, 2n, 3n, 4n].map(wholeRoot)).toEqual([0n, 1n, 1n, 1n, 2n]);
});

describe("a total", () => {
  test("is the mean, in millionths", () => {
    // (1.5 − 0.5 + 0.5) / 3 = 0.5
    expect(totalOf([1_500_000_000_000n, -500_000_000_000n, 500_000_000_000n])).toBe(500_000);
  });

  test("halves are rounded away from zero, and what is below is dropped", () => {
    expect([1_499_999n, 1_500_000n, -1_499_999n, -1_500_000n].map((z) => totalOf([z]))).toEqual([
      1, 2, -1, -2,
    ]);
    expect(Object.is(totalOf([-1n]), 0)).toBe(true);
  });

  test("two ways to the same total come to the same, though neither of their parts is even", () => {
    // √2 and 0 have the mean of twice √½: cut off, they are 1.414213562373 and 2 · 0.707106781186.
    const [root2, half] = [1_414213562373n, 707106781186n];
    expect(root2).not.toBe(half * 2n);
    expect(totalOf([root2, 0n])).toBe(totalOf([half, half]));
  });
});
