import { describe, expect, test } from "vitest";
import { alwaysWins, prizeOfTurn, writePrizePaper } from "./prize-table.ts";

const prize = (name: string, weight: number, left: number | null) => ({ name, weight, left });
const secret = { seed: "seed", fingerprint: "f".repeat(64) };

describe("a turn", () => {
  const table = [prize("film", 1, 2), prize("mats", 3, null), prize("umbrella", 6, null)];

  test("wins with the chance that its prizes weigh", () => {
    const endless = table.map((each) => ({ ...each, left: null }));
    const counts = new Map<string, number>();
    for (let turn = 1; turn <= 20_000; turn++) {
      const { name } = prizeOfTurn(endless, { ...secret, turn });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const expected = { film: 2_000, mats: 6_000, umbrella: 12_000 };
    const chi = Object.entries(expected).reduce(
      (sum, [name, count]) => sum + ((counts.get(name) ?? 0) - count) ** 2 / count,
      0,
    );
    // The 99.99th percentile for two degrees of freedom.
    expect(chi).toBeLessThan(18.42);
  });

  test("never wins what has run out", () => {
    const gone = table.map((each) => (each.left === null ? each : { ...each, left: 0 }));
    const won = Array.from({ length: 500 }, (_, turn) =>
      prizeOfTurn(gone, { ...secret, turn: turn + 1 }),
    );
    expect(new Set(won.map(({ name }) => name))).toEqual(new Set(["mats", "umbrella"]));
  });

  test("is the same whoever works it out, and another with another seed", () => {
    const wins = (seed: string) =>
      Array.from({ length: 40 }, (_, turn) =>
        prizeOfTurn(table, { ...secret, seed, turn: turn + 1 }),
      ).map(({ name }) => name);
    expect(wins("seed")).toEqual(wins("seed"));
    expect(wins("seed")).not.toEqual(wins("seee"));
  });

  test("with nothing left is a mistake of whoever made the table", () => {
    expect(() => prizeOfTurn([prize("film", 1, 0)], { ...secret, turn: 1 })).toThrow("No prize");
  });
});

test("a table always wins where something of it does not run out", () => {
  expect(alwaysWins([{ pieces: 3 }, { pieces: null }])).toBe(true);
  expect(alwaysWins([{ pieces: 3 }])).toBe(false);
  expect(alwaysWins([])).toBe(false);
});

test("its paper names every prize in a line of its own", () => {
  const title = { en: "Delivery", zh: "交车" };
  const prizes = [
    { title: { en: "Film\nprize: 9", zh: "膜" }, weight: 1, pieces: 2 },
    { title: { en: "Mats", zh: "脚垫" }, weight: 3, pieces: null },
  ];
  expect(writePrizePaper(title, prizes, "c".repeat(64))).toBe(`format: marque-prizes-1
title: Delivery / 交车
commitment: ${"c".repeat(64)}
prize: 1 2 Film prize: 9 / 膜
prize: 3 endless Mats / 脚垫
`);
});
