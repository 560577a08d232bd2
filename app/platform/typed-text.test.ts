import { expect, test } from "vitest";
import { typedText } from "./typed-text.ts";

test.each([
  ["  林晚  ", "林晚"],
  ["a\u0000b", "ab"],
  ["\u0000", ""],
  ["one\r\ntwo\tthree", "one\ntwo three"],
  ["\ud83d half", "half"],
  ["🚗👩‍👩‍👧‍👦", "🚗👩‍👩‍👧‍👦"],
])("%j is kept as %j", (typed, kept) => {
  expect(typedText(typed)).toBe(kept);
});
