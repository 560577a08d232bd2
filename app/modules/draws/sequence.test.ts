import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { recompute } from "../../../tests/support/draw-stranger.mjs";
import { type PaperEntry, writePaper } from "./paper.ts";
import {
  drawInOrder,
  fingerprintOf,
  holderOf,
  keyOf,
  NUMBERS,
  numberAt,
  ticketOf,
} from "./sequence.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const numberOf = (place: number) =>
  Array.from({ length: 8 }, (_, digit) => ALPHABET[(place >> (5 * (7 - digit))) & 31]).join("");
/** So many, each a household of one with one ticket, unless said otherwise. */
const entries = (count: number, of: (place: number) => Partial<PaperEntry> = () => ({})) =>
  Array.from({ length: count }, (_, place) => {
    const entry = numberOf(place);
    return { entry, weight: 1, household: entry, ...of(place) };
  });

/** Pearson's statistic of what was counted against what was to be expected. */
const chiSquare = (counted: readonly number[], expected: (place: number) => number) =>
  counted.reduce((sum, count, place) => sum + (count - expected(place)) ** 2 / expected(place), 0);

const DRAWS = 100_000;
/** How often each of `list` came up first, and second, in so many draws with seeds of their own. */
function countDraws(list: readonly PaperEntry[], draws = DRAWS) {
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, drawn: PaperEntry | undefined) =>
    drawn && counts.set(drawn.entry, (counts.get(drawn.entry) ?? 0) + 1);
  for (let draw = 0; draw < draws; draw++) {
    const [winner, next] = drawInOrder(list, `uniform ${draw}`, 2);
    count(first, winner);
    count(second, next);
  }
  const counted = (counts: Map<string, number>) => list.map(({ entry }) => counts.get(entry) ?? 0);
  return { first: counted(first), second: counted(second) };
}

describe("a hundred thousand draws", () => {
  // The bounds are the 99.99th percentile: the draws are the same in every run.
  test("each of ten has the same chance to be first, and to be second", () => {
    const { first, second } = countDraws(entries(10));
    expect(chiSquare(first, () => DRAWS / 10)).toBeLessThan(33.72);
    expect(chiSquare(second, () => DRAWS / 10)).toBeLessThan(33.72);
    expect(first.reduce((sum, count) => sum + count, 0)).toBe(DRAWS);
  });

  test("a chance is as large as its weight", () => {
    const weights = [1, 2, 3, 4, 10];
    const { first } = countDraws(entries(5, (place) => ({ weight: weights[place] })));
    expect(chiSquare(first, (place) => (DRAWS * (weights[place] ?? 0)) / 20)).toBeLessThan(23.51);
  });

  test("a test that cannot tell would not do: the same counts do not fit other weights", () => {
    const { first } = countDraws(
      entries(5, (place) => ({ weight: place === 0 ? 2 : 1 })),
      5_000,
    );
    expect(chiSquare(first, () => 1_000)).toBeGreaterThan(500);
  });
});

describe("the order of a draw", () => {
  const key = keyOf("seed", "03 08 12 21 27 31 + 09", "f".repeat(64));

  test("nobody is drawn twice, and with fewer entrants than prizes everybody is drawn", () => {
    const drawn = drawInOrder(entries(4), key, 10).map(({ entry }) => entry);
    expect([...drawn].sort()).toEqual(entries(4).map(({ entry }) => entry));
  });

  test("among nobody, nobody is drawn", () => {
    expect(drawInOrder([], key, 3)).toEqual([]);
  });

  test("a household is drawn once, however often it is in", () => {
    const list = entries(30, (place) => (place < 20 ? { household: numberOf(0) } : {}));
    const drawn = drawInOrder(list, key, 30);
    expect(drawn).toHaveLength(11);
    expect(drawn.filter(({ household }) => household === numberOf(0))).toHaveLength(1);
  });

  test("a household alone in the list wins once and leaves the other prizes", () => {
    const list = entries(5, () => ({ household: numberOf(0) }));
    expect(drawInOrder(list, key, 3)).toHaveLength(1);
  });

  test("who comes next is already settled: more of the same order changes nothing before it", () => {
    const list = entries(200);
    const whole = drawInOrder(list, key, 200);
    for (const most of [1, 10, 11, 199]) {
      expect(drawInOrder(list, key, most)).toEqual(whole.slice(0, most));
    }
  });

  test("another seed, value or list gives another order", () => {
    const list = entries(50);
    const print = "f".repeat(64);
    const orders = [
      keyOf("seed", "1", print),
      keyOf("seee", "1", print),
      keyOf("seed", "2", print),
      keyOf("seed", "1", `e${print.slice(1)}`),
    ].map((each) =>
      drawInOrder(list, each, 50)
        .map(({ entry }) => entry)
        .join(),
    );
    expect(new Set(orders).size).toBe(4);
  });
});

describe("numbers and tickets", () => {
  test("a number is the first twelve digits of the hash of key and turn", () => {
    const hash = createHash("sha256").update("key\n7").digest("hex");
    expect(numberAt("key", 7)).toBe(Number(`0x${hash.slice(0, 12)}`));
    expect(fingerprintOf("锦鲤")).toBe(createHash("sha256").update("锦鲤").digest("hex"));
  });

  test("the last numbers point nowhere where they would favour the first tickets", () => {
    expect(ticketOf(NUMBERS - 1, 2 ** 20)).toBe(2 ** 20 - 1);
    expect(ticketOf(NUMBERS - 2, 3)).toBe(2);
    expect(ticketOf(NUMBERS - 1, 3)).toBeNull();
    expect(ticketOf(0, 3)).toBe(0);
  });

  test("whose a ticket is", () => {
    const holders = [{ weight: 2 }, { weight: 1 }, { weight: 3 }];
    expect([0, 1, 2, 3, 5].map((ticket) => holders.indexOf(holderOf(holders, ticket)))).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(() => holderOf(holders, 6)).toThrow("no ticket 6");
  });
});

test("a program that a stranger wrote from the explanation comes to the same, draw after draw", () => {
  for (let draw = 0; draw < 300; draw++) {
    const list = entries(1 + (draw % 40), (place) => ({
      weight: 1 + ((place * draw) % 5),
      household: numberOf(draw % 3 === 0 ? place : Math.floor(place / 3)),
    }));
    const seed = fingerprintOf(`seed ${draw}`);
    const paper = writePaper({
      draw: "year-end",
      title: "Year-end draw · 年终抽奖",
      prizes: [{ count: 10, title: "Factory visit · 工厂参观" }],
      how: {
        value: "SSE Composite Index",
        due: new Date("2026-12-25T07:00:00Z"),
        commitment: fingerprintOf(seed),
      },
      entries: list,
    });
    const value = `${3_000 + draw}.17`;
    const ours = drawInOrder(
      [...list].sort((a, b) => (a.entry < b.entry ? -1 : 1)),
      keyOf(seed, value, fingerprintOf(paper)),
      10,
    );
    expect(recompute(paper, seed, value, 10)).toEqual(ours.map(({ entry }) => entry));
  }
});
