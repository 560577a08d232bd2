import { expect, test } from "vitest";
import { decideRedemption, type OfferedGift, type RedemptionMoment } from "./decide-redemption.ts";

const noon = new Date("2026-11-29T04:00:00Z");
const later = new Date("2026-12-01T00:00:00Z");
const aGift = (given: Partial<OfferedGift> = {}): OfferedGift => ({
  tier: "silver",
  price: { points: 500, moneyMinor: 0 },
  limitPerMember: null,
  limitTotal: null,
  visibleFrom: null,
  visibleUntil: null,
  availableFrom: null,
  availableUntil: null,
  archivedAt: null,
  ...given,
});
const aMoment = (given: Partial<RedemptionMoment> = {}): RedemptionMoment => ({
  now: noon,
  quantity: 1,
  memberTier: "silver",
  takenByMember: 0,
  takenByAll: 0,
  free: 1,
  seenPrice: { points: 500, moneyMinor: 0 },
  available: 500,
  ...given,
});

test("the last piece for the last point is taken at the price that was seen", () => {
  expect(decideRedemption(aGift(), aMoment())).toEqual({
    ok: true,
    price: { points: 500, moneyMinor: 0 },
  });
});

test("several cost several times as much, in points and in money", () => {
  const price = { points: 500, moneyMinor: 39_900 };
  const moment = aMoment({ quantity: 3, free: 3, available: 1500, seenPrice: price });
  expect(decideRedemption(aGift({ price }), moment)).toEqual({
    ok: true,
    price: { points: 1500, moneyMinor: 119_700 },
  });
});

test.each([
  [
    "one point short is still short",
    aGift(),
    { available: 499 },
    { refusal: "too-few-points", missing: 1 },
  ],
  [
    "closed is said before a low balance",
    aGift({ availableUntil: noon }),
    { available: 0 },
    { refusal: "closed" },
  ],
  [
    "what is not open yet says from when",
    aGift({ availableFrom: later }),
    {},
    { refusal: "not-yet", from: later },
  ],
  [
    "what is not shown is not there",
    aGift({ visibleFrom: later }),
    {},
    { refusal: "no-such-gift" },
  ],
  ["nor what was archived", aGift({ archivedAt: noon }), {}, { refusal: "no-such-gift" }],
  ["gold's gifts are gold's", aGift({ tier: "gold" }), {}, { refusal: "gold-only" }],
  [
    "the limit counts what was taken before",
    aGift({ limitPerMember: 2 }),
    { takenByMember: 1, quantity: 2, free: 9 },
    { refusal: "member-limit", limit: 2, left: 1 },
  ],
  [
    "a limit lowered below what was taken leaves none, not minus some",
    aGift({ limitPerMember: 1 }),
    { takenByMember: 3 },
    { refusal: "member-limit", limit: 1, left: 0 },
  ],
  [
    "the limit in all counts everybody's",
    aGift({ limitTotal: 10 }),
    { takenByAll: 10 },
    { refusal: "total-limit", left: 0 },
  ],
  [
    "the last piece is one piece",
    aGift(),
    { quantity: 2, free: 1 },
    { refusal: "out-of-stock", free: 1 },
  ],
  [
    "a price that rose is asked again",
    aGift({ price: { points: 600, moneyMinor: 0 } }),
    { available: 900 },
    { refusal: "price-changed", price: { points: 600, moneyMinor: 0 } },
  ],
  [
    "so is one that fell: nobody pays what they did not see",
    aGift({ price: { points: 400, moneyMinor: 0 } }),
    {},
    { refusal: "price-changed", price: { points: 400, moneyMinor: 0 } },
  ],
  [
    "a new price in money is asked before the points are",
    aGift({ price: { points: 500, moneyMinor: 100 } }),
    { available: 0 },
    { refusal: "price-changed", price: { points: 500, moneyMinor: 100 } },
  ],
] as const)("%s", (_case, gift, moment, refusal) => {
  expect(decideRedemption(gift, aMoment(moment))).toEqual({ ok: false, ...refusal });
});

test("gold takes what is for gold, and what is for everybody", () => {
  const gold = aMoment({ memberTier: "gold" });
  expect(decideRedemption(aGift({ tier: "gold" }), gold).ok).toBe(true);
  expect(decideRedemption(aGift(), gold).ok).toBe(true);
});
