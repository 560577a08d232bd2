import { expect, test } from "vitest";
import { aPlan, EVERYBODY, WHILE_OPEN } from "../../../tests/support/events.ts";
import { mayRegister, type Registrant } from "./may-register.ts";

const at = (moment: string) => new Date(moment);
const silver: Registrant = {
  tier: "silver",
  programme: "home",
  visits: [],
  boughtAt: [],
  carModels: ["Golf Variant"],
  earlyAccessDelayed: false,
};
const gold: Registrant = { ...silver, tier: "gold" };
const activeSince = at("2025-02-20T00:00:00+08:00");
const asks = (registrant: Registrant | null, eligible = {}, now = WHILE_OPEN, atDesk = false) =>
  mayRegister("published", aPlan({ eligible: { ...EVERYBODY, ...eligible } }), registrant, {
    now,
    activeSince,
    atDesk,
  });
const twoDaysBefore = at("2027-01-30T01:00:00Z");
const opens = at("2027-02-01T01:00:00Z");
const visit = (storeId: number, on: string) => ({ ...silver, visits: [{ storeId, at: at(on) }] });

test("gold may register two days before everybody; the others are told when they may", () => {
  expect(asks(gold, {}, twoDaysBefore)).toEqual({ ok: true });
  expect(asks(silver, {}, twoDaysBefore)).toMatchObject({
    refusal: "not-yet",
    from: opens,
    delayed: false,
  });
  expect(asks(silver, {}, new Date(twoDaysBefore.getTime() - 1))).toMatchObject({
    goldFrom: twoDaysBefore,
  });
  expect(asks(silver, {}, opens)).toEqual({ ok: true });
});

test("gold that missed an event registers with everybody, and is told so", () => {
  const late = { ...gold, earlyAccessDelayed: true };
  expect(asks(late, {}, twoDaysBefore)).toMatchObject({
    refusal: "not-yet",
    from: opens,
    delayed: true,
  });
});

test.each<[string, Registrant, object, string | null]>([
  ["silver to what is for gold", silver, { goldOnly: true }, "gold-only"],
  ["another programme", silver, { programmes: ["region"] }, "programme"],
  ["another car", silver, { carModels: ["Polo"] }, "no-such-car"],
  ["a car of that name", silver, { carModels: ["polo", "golf"] }, null],
  ["who was never at the store", visit(2, "2027-01-01"), { storeIds: [1] }, "store"],
  ["who was at the store years ago", visit(1, "2020-01-01"), { storeIds: [1] }, null],
  [
    "who was there too long ago",
    visit(1, "2025-02-19T15:59:59Z"),
    { storeIds: [1], activeWithinMonths: 24 },
    "not-active",
  ],
  [
    "who was there on the first day that counts",
    visit(1, "2025-02-19T16:00:00Z"),
    { storeIds: [1], activeWithinMonths: 24 },
    null,
  ],
  [
    "who bought a car since",
    { ...silver, boughtAt: [at("2026-01-01")] },
    { storeIds: [1], activeWithinMonths: 24 },
    null,
  ],
])("%s", (_case, registrant, eligible, refusal) => {
  expect(asks(registrant, eligible)).toMatchObject(refusal ? { ok: false, refusal } : { ok: true });
});

test("what will never be is said before what has to be waited for", () => {
  expect(asks(silver, { goldOnly: true }, twoDaysBefore)).toMatchObject({ refusal: "gold-only" });
});

test("the desk registers before and after everybody may, until the event is over", () => {
  const closed = at("2027-03-13T04:00:00Z");
  expect(asks(silver, {}, closed)).toEqual({ ok: false, refusal: "closed", at: closed });
  expect(asks(silver, {}, closed, true)).toEqual({ ok: true });
  expect(asks(silver, {}, twoDaysBefore, true)).toEqual({ ok: true });
  expect(asks(silver, {}, at("2027-03-14T07:00:00Z"), true)).toMatchObject({ refusal: "finished" });
  expect(asks(null, { goldOnly: true }, at("2027-03-14T06:00:00Z"), true)).toEqual({ ok: true });
});
