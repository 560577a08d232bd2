import { expect, test } from "vitest";
import type { PointFlow } from "#app/modules/ledger/entry.ts";
import { breakageOf } from "./breakage.ts";
import { recognisedMinor, revenueByMonth, revenueOfCohorts } from "./point-revenue.ts";
import { cohortsOf } from "./point-sums.ts";

test("the example of IFRS 15: 9,000 for points, redeemed a part in each of two years", () => {
  const year1 = recognisedMinor({ allocatedMinor: 9_000, redeemed: 4_500, expected: 9_700 });
  const year2 = recognisedMinor({ allocatedMinor: 9_000, redeemed: 8_500, expected: 9_900 });
  expect(year1).toBe(4_175);
  expect(year2 - year1).toBe(3_552);
});

test.each([
  ["nothing redeemed is nothing recognised", 0, 9_700, 0],
  ["all that is expected is all of it", 9_700, 9_700, 9_000],
  ["nothing is left to be redeemed: all of it, whatever was", 0, 0, 9_000],
  ["a redemption that came back leaves nothing below nought", -5, 100, 0],
])("%s", (_case, redeemed, expected, recognised) => {
  expect(recognisedMinor({ allocatedMinor: 9_000, redeemed, expected })).toBe(recognised);
});

/** 10,000 points of a January, of which 4,500 and then 4,000 were redeemed; cohorts before it say 3 % expire. */
const flow = (changes: Partial<PointFlow>): PointFlow => ({
  month: "2026-01",
  what: "earned",
  cohort: "2026-01",
  isOpening: false,
  isPending: false,
  lapses: "2028-01",
  isDebt: false,
  points: 10_000,
  ...changes,
});
const flows = [
  flow({}),
  flow({ month: "2026-03", what: "redeemed", points: -4_500 }),
  flow({ month: "2026-05", what: "redeemed", points: -5_100 }),
  flow({ month: "2026-05", what: "returned", points: 100 }),
];
const ninety = () => 90;

test("before there is a history all that is left counts as going to be redeemed", () => {
  const cohorts = cohortsOf(flows, "2026-03");
  const breakage = breakageOf(cohorts, "2026-03");
  expect(breakage).toEqual({ estimated: false, monthsOfHistory: 2 });
  expect(revenueOfCohorts(cohorts, breakage, ninety)).toEqual([
    expect.objectContaining({
      granted: 10_000,
      allocatedMinor: 9_000,
      expected: 10_000,
      recognisedMinor: 4_050,
      deferredMinor: 4_950,
    }),
  ]);
});

test("before there is a history what expires is recognised when it does: deferred is what is left", () => {
  const expired = flow({ month: "2026-04", what: "expired", points: -1_000 });
  const cohorts = cohortsOf([...flows, expired], "2026-04");
  const [line] = revenueOfCohorts(cohorts, breakageOf(cohorts, "2026-04"), ninety);
  expect(line).toMatchObject({ left: 4_500, recognisedMinor: 4_950, deferredMinor: 4_050 });
});

test("with one, what expired of the months that have ended is expected of what is left", () => {
  const old = [
    flow({ month: "2023-01", cohort: "2023-01", points: 1_000 }),
    flow({ month: "2024-03", cohort: "2023-01", what: "redeemed", points: -700 }),
    flow({ month: "2025-01", cohort: "2023-01", what: "expired", points: -300 }),
  ];
  const cohorts = cohortsOf([...old, ...flows], "2026-03");
  const breakage = breakageOf(cohorts, "2026-03");
  expect(breakage).toEqual({ estimated: true, expired: 300, granted: 1_000 });
  // 4,500 redeemed and 70 % of 5,500 to come.
  expect(revenueOfCohorts(cohorts, breakage, ninety)[1]).toMatchObject({
    expected: 8_350,
    recognisedMinor: 4_850,
  });
});

test("a young month of which nothing is left says nothing of what expires", () => {
  const young = [
    flow({ month: "2023-01", cohort: "2023-01", points: 50 }),
    flow({ month: "2025-06", cohort: "2025-06", points: 20 }),
    flow({ month: "2025-06", cohort: "2025-06", what: "redeemed", points: -20 }),
  ];
  expect(breakageOf(cohortsOf(young, "2026-03"), "2026-03")).toEqual({
    estimated: false,
    monthsOfHistory: 38,
  });
});

test("a history of 24 months in which nothing has ended yet estimates nothing", () => {
  const cohorts = cohortsOf([flow({ cohort: "2024-01", month: "2024-01" })], "2026-06");
  expect(breakageOf(cohorts, "2026-06")).toEqual({ estimated: false, monthsOfHistory: 29 });
});

test("months follow each other: what is deferred at an end is what the next begins with", () => {
  const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
  const at = (month: string) => {
    const all = cohortsOf(flows, month);
    return { all, givenHere: all };
  };
  const lines = revenueByMonth(months, at, ninety);
  expect(lines.map(({ recognisedMinor }) => recognisedMinor)).toEqual([0, 0, 4_050, 0, 4_500]);
  expect(lines.map(({ closingMinor }) => closingMinor)).toEqual([9_000, 9_000, 4_950, 4_950, 450]);
  for (const { openingMinor, allocatedMinor, recognisedMinor, closingMinor } of lines) {
    expect(openingMinor + allocatedMinor - recognisedMinor).toBe(closingMinor);
  }
});
