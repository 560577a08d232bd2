import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

test.each([
  ["Children's drawing contest: the car", "childrens-drawing-contest-the-car"],
  ["  Café & crème brûlée ", "cafe-creme-brulee"],
  ["我眼中的爱车", "event"],
  ["x".repeat(80), "x".repeat(60)],
  [`${"word ".repeat(20)}`, "word-word-word-word-word-word-word-word-word-word-word-word"],
])("%s becomes %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("an address that somebody has gets the day, then a number", () => {
  const title = "Car-care class";
  const free = (...taken: string[]) => freeSlug(title, "2027-02-27", new Set(taken));
  expect(free()).toBe("car-care-class");
  expect(free("car-care-class")).toBe("car-care-class-2027-02-27");
  expect(free("car-care-class", "car-care-class-2027-02-27")).toBe("car-care-class-2027-02-27-2");
});
