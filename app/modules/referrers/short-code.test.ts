import { expect, test } from "vitest";
import { readShortCode, showShortCode } from "./short-code.ts";

test.each([
  ["7G3K9QPA", "7G3K9QPA"],
  ["7g3k-9qpa", "7G3K9QPA"],
  [" 7G3K 9QPA ", "7G3K9QPA"],
  ["7G3K-9QPO", "7G3K9QP0"],
  ["７Ｇ３Ｋ９ＱＰＡ", "7G3K9QPA"],
])("%j is the code %s", (typed, code) => {
  expect(readShortCode(typed)).toBe(code);
});

test.each(["", "7G3K-9QP", "7G3K-9QPA-X", "7G3K-9QPU"])("%j is none", (typed) => {
  expect(readShortCode(typed)).toBeNull();
});

test("what is shown is read again", () => {
  expect(showShortCode("7G3K9QPA")).toBe("7G3K-9QPA");
  expect(readShortCode(showShortCode("7G3K9QPA"))).toBe("7G3K9QPA");
});
