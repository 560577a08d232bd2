import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recompute } from "../../../tests/support/judging-stranger.mjs";
import { fingerprintOf } from "../draws/sequence.ts";
import { type JudgedEntry, rankJudged, rankMeasured, rankVoted } from "./ranking.ts";
import { writeSheet } from "./sheet.ts";

const SEED = fingerprintOf("a seed");
const criteria = [
  { key: "colour", weight: 30 },
  { key: "idea", weight: 40 },
  { key: "craft", weight: 30 },
];

/** An entry by what each judge (1, 2, 3, …) gave for colour, idea and craft; null for one who may not. */
const entry = (number: number, ...judges: ([number, number, number] | null)[]): JudgedEntry => ({
  entryId: 100 + number,
  number,
  judgements: judges.flatMap((given, at) =>
    given
      ? [{ judgeId: at + 1, values: { colour: given[0], idea: given[1], craft: given[2] } }]
      : [],
  ),
});
const all = (value: number): [number, number, number] => [value, value, value];
const shown = (entries: JudgedEntry[], seed: string | null = SEED) =>
  rankJudged(criteria, entries, "little", seed).map(
    ({ number, rank, total, tie }) => `${rank}: ${number} ${total} ${tie ?? "-"}`,
  );

describe("judged, checked by hand", () => {
  test("a strict judge and a generous one count the same", () => {
    // Points are 100 times the value. Judge 1 gives 2, 4, 6: standardised −1.224745, 0, 1.224745. Judge 2 gives 10, 9, 8:
    // 1.224745, 0, −1.224745. Judge 3 gives 5, 5, 8: mean 6, deviation √2: −0.707107, −0.707107, 1.414214.
    // Totals: (−1.224745 + 1.224745 − 0.707107) / 3 = −0.235702; the second the same; 1.414214 / 3 = 0.471405.
    // The first two are level. Points: 200 + 1000 + 500 = 1700 and 400 + 900 + 500 = 1800: the second is before the first.
    expect(
      shown([
        entry(1, all(2), all(10), all(5)),
        entry(2, all(4), all(9), all(5)),
        entry(3, all(6), all(8), all(8)),
      ]),
    ).toEqual(["1: 3 471405 -", "2: 2 -235702 raw", "3: 1 -235702 raw"]);
  });

  test("level in points too, the heaviest criterion decides, then those of the same weight as they are listed", () => {
    // 30·c + 40·i + 30·k: 30·6+40·7+30·6 = 640, 30·10+40·4+30·6 = 640, 30·8+40·4+30·8 = 640. One judge, so all are level.
    // Idea (40): 7 before 4 and 4. Then colour, which is listed before craft: 10 before 8.
    expect(shown([entry(1, [8, 4, 8]), entry(2, [10, 4, 6]), entry(3, [6, 7, 6])])).toEqual([
      "1: 3 0 criterion:idea",
      "2: 2 0 criterion:colour",
      "3: 1 0 criterion:colour",
    ]);
  });

  test("level in everything, the seed draws; before it is known they share their rank, and the next is the fourth", () => {
    const entries = [
      entry(1, all(9)),
      entry(7, all(5)),
      entry(3, all(5)),
      entry(12, all(5)),
      entry(4, all(1)),
    ];
    // 9, 5, 5, 5, 1: n 5, S 25, Q 157, V = 785 − 625 = 160; (45 − 25) / √160 = 1.581139.
    expect(shown(entries, null)).toEqual([
      "1: 1 1581139 -",
      "2: 3 0 draw",
      "2: 7 0 draw",
      "2: 12 0 draw",
      "5: 4 -1581139 -",
    ]);
    // Key: SHA-256 of the seed, "little", "3 7 12"; the order is what the program of a stranger comes to, below.
    const drawn = rankJudged(criteria, entries, "little", SEED);
    expect(drawn.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(drawn.slice(1, 4).map(({ number }) => number))).toEqual(new Set([3, 7, 12]));
    const others = ["b seed", "c seed", "d seed", "e seed"].map((seed) =>
      rankJudged(criteria, entries, "little", fingerprintOf(seed))
        .map(({ number }) => number)
        .join(),
    );
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  test("a judge who gives everyone the same says nothing about who is better", () => {
    expect(shown([entry(1, all(3), all(7)), entry(2, all(4), all(7))])).toEqual([
      "1: 2 500000 -",
      "2: 1 -500000 -",
    ]);
  });

  test("one entry is first, whatever it got; among none there is no ranking", () => {
    expect(shown([entry(5, all(1), all(2))])).toEqual(["1: 5 0 -"]);
    expect(shown([])).toEqual([]);
  });

  test("a judge's own child is measured by the others alone, and the judge's mean by the other children", () => {
    // Judge 1 may not judge 1 and gives 4 and 6: −1, 1. Judge 2 gives 9, 5, 7: 1.224745, −1.224745, 0.
    // Totals: 1.224745; (−1 − 1.224745) / 2 = −1.112372…; (1 + 0) / 2 = 0.5.
    expect(
      shown([entry(1, null, all(9)), entry(2, all(4), all(5)), entry(3, all(6), all(7))]),
    ).toEqual(["1: 1 1224745 -", "2: 3 500000 -", "3: 2 -1112372 -"]);
  });
});

const value = fc.integer({ min: 1, max: 10 });
const values = fc.tuple(value, value, value);
const contest = (judges: number) =>
  fc
    .array(fc.array(values, { minLength: judges, maxLength: judges }), {
      minLength: 1,
      maxLength: 25,
    })
    .map((given) => given.map((of, at) => entry(at + 1, ...of)));

describe("whatever is given", () => {
  test("the order in which entries and judges come in does not matter", () => {
    fc.assert(
      fc.property(contest(3), fc.infiniteStream(fc.double()), (entries, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((each) => [chance.next().value, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each);
        const other = shuffled(entries).map((each) => ({
          ...each,
          judgements: shuffled(each.judgements),
        }));
        expect(shown(other)).toEqual(shown(entries));
      }),
    );
  });

  test("a judge who is stricter by a point throughout changes no place", () => {
    const upToNine = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    const pairs = fc.array(fc.tuple(upToNine, values), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(pairs, (given) => {
        const strict = given.map(([a, b], at) => entry(at + 1, a, b));
        const kind = given.map(([[c, i, k], b], at) => entry(at + 1, [c + 1, i + 1, k + 1], b));
        expect(shown(kind)).toEqual(shown(strict));
      }),
    );
  });

  test("a judge who uses twice the scale changes no total", () => {
    const half = fc.integer({ min: 1, max: 5 });
    const pairs = fc.array(fc.tuple(fc.tuple(half, half, half), values), {
      minLength: 1,
      maxLength: 25,
    });
    const totals = (entries: JudgedEntry[]) =>
      rankJudged(criteria, entries, null, SEED)
        .map(({ number, total }) => `${number}: ${total}`)
        .sort();
    fc.assert(
      fc.property(pairs, (given) => {
        const timid = given.map(([a, b], at) => entry(at + 1, a, b));
        const bold = given.map(([[c, i, k], b], at) => entry(at + 1, [2 * c, 2 * i, 2 * k], b));
        expect(totals(bold)).toEqual(totals(timid));
      }),
    );
  });

  test("ranks are 1 to n once the seed is known", () => {
    fc.assert(
      fc.property(contest(2), (entries) => {
        const ranks = rankJudged(criteria, entries, null, SEED).map(({ rank }) => rank);
        expect(ranks).toEqual(entries.map((_, at) => at + 1));
      }),
    );
  });
});

test("a program that a stranger wrote from docs/judging.md comes to the same, contest after contest", () => {
  let chance = 7;
  const upTo = (most: number) => {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 1 + (Math.floor(chance / 65_536) % most);
  };
  let drawn = 0;
  for (let contestId = 1; contestId <= 200; contestId++) {
    const seed = fingerprintOf(`contest ${contestId}`);
    const own = Array.from({ length: upTo(4) }, (_, at) => ({
      key: `c${at}`,
      weight: upTo(3) * 10,
    }));
    const scale = contestId % 3 === 0 ? 2 : 10;
    const judges = Array.from({ length: upTo(4) }, (_, at) => ({ id: 50 - at }));
    const brackets = ["little", "junior", null].slice(contestId % 3).map((bracket) => ({
      bracket,
      entries: Array.from({ length: upTo(12) }, (_, at) => ({
        entryId: 1000 + at,
        number: at * 3 + 1,
        judgements: judges
          .filter(({ id }) => id === 50 || upTo(8) > 1)
          .map(({ id }) => ({
            judgeId: id,
            values: Object.fromEntries(own.map(({ key }) => [key, upTo(scale)])),
          })),
      })),
    }));
    const sheet = writeSheet({
      contest: contestId,
      commitment: fingerprintOf(seed),
      criteria: own,
      brackets,
    });
    const ours = brackets.map(({ bracket, entries }) => {
      const places = rankJudged(own, entries, bracket, seed);
      drawn += places.filter(({ tie }) => tie === "draw").length;
      return [bracket ?? "-", places.map(({ number }) => number)];
    });
    expect(recompute(sheet, seed)).toEqual(Object.fromEntries(ours));
  }
  expect(drawn).toBeGreaterThan(50);
});

describe("measured", () => {
  const tried = (number: number, ...attempts: number[]) => ({
    entryId: 100 + number,
    number,
    attempts,
  });
  const places = (...of: Parameters<typeof rankMeasured>) =>
    rankMeasured(...of).map(({ number, rank, total, tie }) => `${rank}: ${number} ${total} ${tie}`);

  test("the shortest time is first, by the best try; level, the next best decides, and who has none is behind", () => {
    expect(
      places(
        [tried(1, 9_000), tried(2, 9_500, 9_000), tried(3, 8_999, 30_000)],
        "less",
        null,
        SEED,
      ),
    ).toEqual(["1: 3 8999 null", "2: 2 9000 attempt:2", "3: 1 9000 attempt:2"]);
  });

  test("the most points are first, and before the seed is known those who are level share their rank", () => {
    expect(places([tried(1, 4), tried(2, 0), tried(3, 4)], "more", null, null)).toEqual([
      "1: 1 4 draw",
      "1: 3 4 draw",
      "3: 2 0 null",
    ]);
    const drawn = rankMeasured([tried(1, 4), tried(2, 0), tried(3, 4)], "more", null, SEED);
    expect(drawn.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });
});

test("votes: the most are first, and a draw settles who is level", () => {
  const voted = [
    { entryId: 1, number: 1, votes: 2 },
    { entryId: 2, number: 2, votes: 5 },
    { entryId: 3, number: 3, votes: 2 },
  ];
  const places = rankVoted(voted, null, SEED);
  expect(places.map(({ rank, tie, total }) => [rank, tie, total])).toEqual([
    [1, null, 5],
    [2, "draw", 2],
    [3, "draw", 2],
  ]);
});
