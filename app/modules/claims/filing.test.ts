import { expect, test } from "vitest";
import { decideFiling, type KnownOrder, MOST_OPEN } from "./filing.ts";

const aClaim = (given = {}) => ({
  orderNumber: "RO-1" as string | null,
  hasPhoto: false,
  visitedOn: "2026-11-12",
  today: "2026-11-21",
  withinMonths: 12,
  ...given,
});
const known = (given = {}) => ({
  orders: [] as KnownOrder[],
  openClaims: 0,
  openForOrder: null as number | null,
  ...given,
});
const theirs: KnownOrder = { isTheirs: true, entryId: 7, nothing: null };
const barren: KnownOrder = { isTheirs: true, entryId: null, nothing: "paid-by-someone-else" };
const anothers: KnownOrder = { isTheirs: false, entryId: 9, nothing: null };

test.each([
  ["a number alone is enough", aClaim(), known()],
  ["a photo alone is enough", aClaim({ orderNumber: null, hasPhoto: true }), known()],
  ["today is not too early", aClaim({ visitedOn: "2026-11-21" }), known()],
  ["twelve months to the day is not too long ago", aClaim({ visitedOn: "2025-11-21" }), known()],
  ["another's order of that number gives nothing away", aClaim(), known({ orders: [anothers] })],
  ["one claim fewer than the most", aClaim(), known({ openClaims: MOST_OPEN - 1 })],
])("%s", (_case, claim, facts) => {
  expect(decideFiling(claim, facts)).toEqual({ ok: true });
});

test.each([
  [
    "neither number nor photo",
    aClaim({ orderNumber: null }),
    known(),
    { refusal: "nothing-to-go-by" },
  ],
  [
    "an order on the statement leads to its entry",
    aClaim(),
    known({ orders: [theirs] }),
    { refusal: "on-statement", entryId: 7 },
  ],
  [
    "an order that earned nothing says why",
    aClaim(),
    known({ orders: [barren] }),
    { refusal: "earned-nothing", reason: "paid-by-someone-else" },
  ],
  [
    "of two stores' orders the one with points is said first",
    aClaim(),
    known({ orders: [barren, anothers, theirs] }),
    { refusal: "on-statement", entryId: 7 },
  ],
  ["tomorrow", aClaim({ visitedOn: "2026-11-22" }), known(), { refusal: "not-yet" }],
  [
    "twelve months and a day",
    aClaim({ visitedOn: "2025-11-20" }),
    known(),
    { refusal: "too-long-ago", months: 12 },
  ],
  [
    "a known order is said before its age",
    aClaim({ visitedOn: "2020-01-01" }),
    known({ orders: [theirs] }),
    { refusal: "on-statement", entryId: 7 },
  ],
  [
    "the same number again",
    aClaim(),
    known({ openForOrder: 3, openClaims: 1 }),
    { refusal: "open-already", claimId: 3 },
  ],
  [
    "one claim too many",
    aClaim(),
    known({ openClaims: MOST_OPEN }),
    { refusal: "too-many-open", most: MOST_OPEN },
  ],
])("%s is refused", (_case, claim, facts, refusal) => {
  expect(decideFiling(claim, facts)).toEqual({ ok: false, ...refusal });
});

test("of 29 February a year on the limit is 28 February", () => {
  const claim = aClaim({ today: "2029-02-28", visitedOn: "2028-02-28" });
  expect(decideFiling(claim, known())).toEqual({ ok: true });
});
