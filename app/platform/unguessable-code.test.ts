import { expect, test } from "vitest";
import { newCode, readCode, showCode } from "./unguessable-code.ts";

test("a code is twelve letters and figures, and no two are alike", () => {
  const codes = new Set(Array.from({ length: 500 }, () => newCode()));
  expect(codes.size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
});

test("every letter and figure comes as often as any other", () => {
  const bytes = Uint8Array.from({ length: 12 }, (_, place) => 244 + place);
  expect(newCode(bytes)).toBe("MNPQRSTVWXYZ");
});

test.each([
  ["as it is shown", "7G3K-9QPA-X2MD", "7G3K9QPAX2MD"],
  ["small letters and blanks", " 7g3k 9qpa x2md ", "7G3K9QPAX2MD"],
  ["full width, from a Chinese keyboard", "７Ｇ３Ｋ－９ＱＰＡ－Ｘ２ＭＤ", "7G3K9QPAX2MD"],
  ["O for nought, I and l for one", "OIl0-1111-0000", "011011110000"],
  ["a dash that a word processor made", "7G3K–9QPA—X2MD", "7G3K9QPAX2MD"],
])("a code is read %s", (_how, typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(["", "7G3K9QPAX2M", "7G3K9QPAX2MDD", "7G3K9QPAX2MU", "M00010009"])(
  "%s is none",
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);

test("what is shown is read as what it was", () => {
  const code = newCode();
  expect(readCode(showCode(code))).toBe(code);
});
