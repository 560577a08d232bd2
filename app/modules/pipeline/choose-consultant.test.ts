import { expect, test } from "vitest";
import { chooseConsultant, type TurnTaker } from "./choose-consultant.ts";

const today = "2026-11-30";
const taker = (id: number, changes: Partial<TurnTaker> = {}): TurnTaker => ({
  ...{ id, storeId: null, models: [], awayThrough: null, lastGivenAt: null },
  ...changes,
});
const at = (day: string) => new Date(`${day}T04:00:00Z`);
const given = (
  takers: TurnTaker[],
  lead: Partial<{ storeId: number | null; model: string }> = {},
) => chooseConsultant({ storeId: null, model: "", ...lead }, takers, today);

test.each<[string, TurnTaker[], Parameters<typeof given>[1], number | null]>([
  ["where nobody takes turns nobody gets it", [], {}, null],
  [
    "whoever got none for the longest",
    [taker(1, { lastGivenAt: at("2026-11-29") }), taker(2, { lastGivenAt: at("2026-11-28") })],
    {},
    2,
  ],
  [
    "whoever never got one is first",
    [taker(1, { lastGivenAt: at("2026-11-01") }), taker(2)],
    {},
    2,
  ],
  ["of two who never got one, who is here longer", [taker(2), taker(1)], {}, 1],
  ["away to the end of today is away", [taker(1, { awayThrough: today }), taker(2)], {}, 2],
  ["away until yesterday is back", [taker(1, { awayThrough: "2026-11-29" }), taker(2)], {}, 1],
  [
    "of the friend's store",
    [taker(1, { storeId: 5 }), taker(2, { storeId: 6 })],
    { storeId: 6 },
    2,
  ],
  ["or of every store", [taker(1, { storeId: 5 }), taker(2)], { storeId: 6 }, 2],
  ["a store with nobody here waits for a person", [taker(1, { storeId: 5 })], { storeId: 6 }, null],
  ["without a store, anybody", [taker(1, { storeId: 5 })], {}, 1],
  [
    "who knows the model, although it is another's turn",
    [taker(1), taker(2, { models: ["tayron"], lastGivenAt: at("2026-11-29") })],
    { model: "Tayron L 2026" },
    2,
  ],
  [
    "however it is spelled",
    [taker(1), taker(2, { models: ["ID. 4"] })],
    { model: "ｉｄ.４ Pro" },
    2,
  ],
  [
    "for another model, who takes any",
    [taker(1, { models: ["tayron"] }), taker(2)],
    { model: "Golf" },
    2,
  ],
  [
    "where all know something else, one of them",
    [taker(1, { models: ["tayron"] })],
    { model: "Golf" },
    1,
  ],
  [
    "the store comes before the model",
    [taker(1, { storeId: 5, models: ["golf"] }), taker(2, { storeId: 6 })],
    { storeId: 6, model: "Golf" },
    2,
  ],
])("%s", (_case, takers, lead, id) => expect(given(takers, lead)).toBe(id));
