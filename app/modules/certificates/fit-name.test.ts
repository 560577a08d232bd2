import { expect, test } from "vitest";
import { fitName } from "./fit-name.ts";

/** Every character is as wide as it is high. */
const square = (text: string) => [...text].length;
const paper = { room: 600, largest: 60, floor: 30 };

test.each([
  ["a short name is as large as names are", "Mia", { size: 60, lines: ["Mia"] }],
  ["ten characters just fit", "x".repeat(10), { size: 60, lines: ["x".repeat(10)] }],
  ["one more is a little smaller", "x".repeat(12), { size: 50, lines: ["x".repeat(12)] }],
  ["twenty are set at the floor", "x".repeat(20), { size: 30, lines: ["x".repeat(20)] }],
  [
    "one more, and it takes two lines at the floor",
    "x".repeat(21),
    { size: 30, lines: ["x".repeat(10), "x".repeat(11)] },
  ],
  [
    "two lines break at the blank nearest the middle",
    "Maximiliana von und zu Hohenlohe",
    { size: 30, lines: ["Maximiliana von", "und zu Hohenlohe"] },
  ],
  [
    "sixty characters without a blank fit all the same",
    "字".repeat(60),
    { size: 20, lines: ["字".repeat(30), "字".repeat(30)] },
  ],
  [
    "a blank far from the middle is not where it breaks",
    `O ${"x".repeat(30)}`,
    { size: 30, lines: [`O ${"x".repeat(14)}`, "x".repeat(16)] },
  ],
])("%s", (_case, name, fitted) => {
  expect(fitName(name, square, paper)).toEqual(fitted);
});

test("a family of emoji or a letter with its marks is never cut in two", () => {
  const { lines } = fitName("👨‍👩‍👧".repeat(9), square, paper);
  expect(lines.join("")).toBe("👨‍👩‍👧".repeat(9));
  expect(lines[0]?.endsWith("👧")).toBe(true);
});
