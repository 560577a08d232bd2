import { expect, test } from "vitest";
import { decideGrant, type OrderInQuestion } from "./grant-decision.ts";

const earnsFrom = new Date("2024-01-01T00:00:00Z");
const claim = { memberId: 1, earnsFrom };
const anOrder = (given: Partial<OrderInQuestion> = {}): OrderInQuestion => ({
  memberId: null,
  entryId: null,
  settledAt: new Date("2026-11-01"),
  nothing: null,
  ...given,
});

test.each([
  ["nobody's order becomes the member's", anOrder(), { answer: "give" }],
  [
    "their own order that was never awarded came with the car, as history",
    anOrder({ memberId: 1 }),
    { answer: "refused", reason: "not-awarded" },
  ],
  [
    "their own order with points is on their statement already",
    anOrder({ memberId: 1, entryId: 9 }),
    { answer: "on-statement", entryId: 9 },
  ],
  [
    "another's order is never given away",
    anOrder({ memberId: 2, entryId: 9 }),
    { answer: "another-members" },
  ],
  [
    "nor is one that earned its member nothing",
    anOrder({ memberId: 2, nothing: "too-small" }),
    { answer: "another-members" },
  ],
  [
    "what the insurer paid is refused with that reason",
    anOrder({ nothing: "paid-by-someone-else" }),
    { answer: "refused", reason: "paid-by-someone-else" },
  ],
  ["the first instant that earns does", anOrder({ settledAt: earnsFrom }), { answer: "give" }],
  [
    "the one before it does not",
    anOrder({ settledAt: new Date(earnsFrom.getTime() - 1) }),
    { answer: "refused", reason: "not-awarded" },
  ],
  [
    "and so it is where it is older than what could earn now",
    anOrder({ memberId: 1, entryId: 9, settledAt: new Date(0) }),
    { answer: "on-statement", entryId: 9 },
  ],
])("%s", (_case, order, decision) => {
  expect(decideGrant(order, claim)).toEqual(decision);
});
