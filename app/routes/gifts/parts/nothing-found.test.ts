import { expect, test } from "vitest";
import { nothingFound } from "./nothing-found.ts";

test.each([
  [{ words: "", kind: "voucher" }, "gifts.none.kind"],
  [{ words: "umbrella", kind: null }, "gifts.none"],
  [{ words: "umbrella", kind: "voucher" }, "gifts.none"],
] as const)("only whoever typed a word is asked for a shorter one: %o", (search, words) => {
  expect(nothingFound(search)).toBe(words);
});
