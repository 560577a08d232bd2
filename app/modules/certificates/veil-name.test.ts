import { expect, test } from "vitest";
import { veilName } from "./veil-name.ts";

test.each([
  ["Lin Jing", "L… J…"],
  ["林静怡", "林＊＊"],
  ["𠮷田", "𠮷＊"],
  ["林", "林"],
  ["محمد علي", "م… ع…"],
  ["Mia 林", "M… 林…"],
  ["👨‍👩‍👧 Mia", "👨‍👩‍👧… M…"],
  ["\u202Eevil\u2066 \u200BMia", "e… M…"],
  ["\u202E", ""],
  ["", ""],
])("%s is shown as %s", (name, shown) => {
  expect(veilName(name)).toBe(shown);
});
