import { expect, test } from "vitest";
import { checkTable, type PublishedTable } from "./check-table.ts";
import { prizeOfTurn, writePrizePaper } from "./prize-table.ts";
import { fingerprintOf } from "./sequence.ts";

const seed = "5e".repeat(32);
const commitment = fingerprintOf(seed);
const prizes = [
  { title: { en: "Film", zh: "车膜" }, weight: 2, pieces: 3 },
  { title: { en: "Mats", zh: "脚垫" }, weight: 3, pieces: 10 },
  { title: { en: "Umbrella", zh: "雨伞" }, weight: 5, pieces: null },
];
const paper = writePrizePaper({ en: "Delivery", zh: "交车" }, prizes, commitment);
const fingerprint = fingerprintOf(paper);

/** As the club plays it: turn after turn, out of what is left. */
function played(turns: number): PublishedTable {
  const left = prizes.map(({ weight, pieces }, at) => ({ place: at + 1, weight, left: pieces }));
  const won = prizes.map(() => 0);
  const all = Array.from({ length: turns }, (_, at) => {
    const prize = prizeOfTurn(left, { seed, fingerprint, turn: at + 1 });
    if (prize.left !== null) prize.left -= 1;
    won[prize.place - 1] = (won[prize.place - 1] ?? 0) + 1;
    return { turn: at + 1, place: prize.place };
  });
  // A page shows the last ones.
  return { fingerprint, commitment, seed, turnsInAll: turns, turns: all.slice(-20).reverse(), won };
}

test("a table that was played as promised is right, from its first turn to its last", () => {
  for (const turns of [0, 1, 40]) {
    expect(checkTable(paper, played(turns))).toEqual({
      steps: { list: true, promise: true, seed: true, turns: true },
      isRight: true,
    });
  }
});

const table = played(40);
const [last, ...before] = table.turns;
test.each([
  ["another paper", paper.replace("prize: 2 3", "prize: 9 3"), table, ["list", "turns"]],
  ["no paper", "nonsense", table, ["list", "promise", "turns"]],
  ["another seed", paper, { ...table, seed: "5f".repeat(32) }, ["seed", "turns"]],
  ["another promise", paper, { ...table, commitment: "c".repeat(64) }, ["promise", "seed"]],
  [
    "a turn that won something else",
    paper,
    { ...table, turns: [{ turn: 40, place: ((last?.place ?? 1) % 3) + 1 }, ...before] },
    ["turns"],
  ],
  ["a turn that was passed over", paper, { ...table, turnsInAll: 39 }, ["turns"]],
  ["a count that is not right", paper, { ...table, won: [0, 0, 40] }, ["turns"]],
])("%s is found out", (_case, text, published, wrong) => {
  const { steps, isRight } = checkTable(text, published);
  expect(isRight).toBe(false);
  expect(Object.entries(steps).flatMap(([step, right]) => (right ? [] : [step]))).toEqual(wrong);
});
