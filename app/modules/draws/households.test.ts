import { expect, test } from "vitest";
import { householdsOf } from "./households.ts";

test.each<[string, [number, number][], number[]]>([
  ["without a tie everybody is their own", [], [0, 1, 2, 3]],
  ["two who share a car are one", [[2, 3]], [0, 1, 1, 2]],
  [
    "what is shared goes on",
    [
      [4, 3],
      [3, 2],
    ],
    [0, 1, 1, 1],
  ],
  [
    "a circle is one household",
    [
      [1, 2],
      [2, 3],
      [3, 1],
    ],
    [0, 0, 0, 1],
  ],
  [
    "a tie to somebody who is not in ties nobody",
    [
      [1, 9],
      [9, 2],
    ],
    [0, 1, 2, 3],
  ],
])("%s", (_case, pairs, households) => {
  expect([...householdsOf([1, 2, 3, 4], pairs).values()]).toEqual(households);
});
