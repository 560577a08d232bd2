import fc from "fast-check";
import { expect, test } from "vitest";
import { memberNumberOf, readMemberNumber, sequenceOf } from "./member-number.ts";

test.each([
  [1, "M00000018"],
  [1000, "M00010009"],
  [1001, "M00010017"],
  [1396, "M00013961"],
  [9_999_999, "M99999997"],
])("sequence %i is %s", (sequence, number) => {
  expect(memberNumberOf(sequence)).toBe(number);
  expect(sequenceOf(number)).toBe(sequence);
});

test.each([0, -1, 1.5, 10_000_000, Number.NaN])(
  "there is no number for sequence %s",
  (sequence) => {
    expect(() => memberNumberOf(sequence)).toThrow(RangeError);
  },
);

test.each([
  ["in lower case", "m00010009"],
  ["with spaces", " M 0001 0009 "],
  ["in full width", "Ｍ０００１０００９"],
])("a number %s is the same number", (_case, text) => {
  expect(readMemberNumber(text)).toBe("M00010009");
});

test.each([
  ["empty", ""],
  ["without its letter", "00010009"],
  ["with a digit too few", "M0001009"],
  ["with a digit too many", "M000100090"],
])("a number %s is none", (_case, text) => {
  expect(readMemberNumber(text)).toBeNull();
});

test("any single wrong digit is noticed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (sequence, position, shift) => {
        const number = memberNumberOf(sequence);
        const digit = (Number(number[position]) + shift) % 10;
        const wrong = number.slice(0, position) + digit + number.slice(position + 1);
        expect(readMemberNumber(number)).toBe(number);
        expect(readMemberNumber(wrong)).toBeNull();
      },
    ),
  );
});
