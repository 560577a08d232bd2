import { expect, test } from "vitest";
import { judgeOrder } from "./judge-order.ts";

const entries = Array.from({ length: 12 }, (_, at) => ({
  id: at + 1,
  bracket: at % 2 === 0 ? "little" : "junior",
}));
const ids = (judgeId: number, of = entries) =>
  judgeOrder(judgeId, ["little", "junior"], of).map(({ id }) => id);

test("each judge has another order, the same each time, a bracket after the other", () => {
  const orders = [1, 2, 3, 4].map((judge) => ids(judge).join());
  expect(new Set(orders).size).toBe(4);
  expect(ids(1, entries.toReversed())).toEqual(ids(1));
  expect(ids(1).map((id) => id % 2)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
});

test("what comes or goes leaves the order of the others", () => {
  const without = entries.filter(({ id }) => id !== 5);
  expect(ids(2, without)).toEqual(ids(2).filter((id) => id !== 5));
});
