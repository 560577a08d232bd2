import { expect, test } from "vitest";
import { checkDraw, type PublishedDraw } from "./check-draw.ts";
import { writePaper } from "./paper.ts";
import { drawInOrder, fingerprintOf, keyOf } from "./sequence.ts";

const seed = fingerprintOf("a secret");
const value = "03 08 12 21 27 31 + 09";
const entries = ["00000000", "0000000A", "0000000B", "0000000C", "0000000D"].map((entry) => ({
  entry,
  weight: 1,
  household: entry,
}));
const paper = writePaper({
  draw: "year-end",
  title: "Year-end draw",
  prizes: [{ count: 2, title: "Factory visit" }],
  how: { value: "Lotto", due: new Date("2026-12-25T07:00:00Z"), commitment: fingerprintOf(seed) },
  entries,
});
const order = drawInOrder(entries, keyOf(seed, value, fingerprintOf(paper)), 5).map(
  ({ entry }) => entry,
);
const published: PublishedDraw = {
  fingerprint: fingerprintOf(paper),
  commitment: fingerprintOf(seed),
  valueName: "Lotto",
  seed,
  value,
  drawn: order.slice(0, 2),
};
const wrongIn = (text: string, told: Partial<PublishedDraw> = {}) => {
  const { steps, isRight } = checkDraw(text, { ...published, ...told });
  const wrong = Object.entries(steps).flatMap(([step, right]) => (right ? [] : [step]));
  expect(isRight).toBe(wrong.length === 0);
  return wrong;
};

test("a draw as it was promised is right, also after prizes went on to the next", () => {
  expect(wrongIn(paper)).toEqual([]);
  expect(wrongIn(paper, { drawn: order.slice(0, 4) })).toEqual([]);
});

test.each<[string, string, Partial<PublishedDraw>, string[]]>([
  [
    "somebody was added",
    paper.replace("entries: 5", "entries: 6"),
    {},
    ["list", "promise", "winners"],
  ],
  ["a weight was changed", paper.replace("0000000A 1", "0000000A 9"), {}, ["list", "winners"]],
  ["another seed was told", paper, { seed: fingerprintOf("another") }, ["seed", "winners"]],
  ["another promise is shown", paper, { commitment: "0".repeat(64) }, ["promise", "seed"]],
  ["another value was taken", paper, { value: "03 08 12 21 27 31 + 10" }, ["winners"]],
  ["another value is named", paper, { valueName: "drand" }, ["promise"]],
  ["two winners changed places", paper, { drawn: [...published.drawn].reverse() }, ["winners"]],
  ["a winner was left out", paper, { drawn: order.slice(0, 1) }, ["winners"]],
  ["somebody was passed over", paper, { drawn: [order[0] ?? "", order[2] ?? ""] }, ["winners"]],
])("it is seen that %s", (_what, text, told, wrong) => {
  expect(wrongIn(text, told)).toEqual(wrong);
});
