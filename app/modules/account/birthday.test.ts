import { expect, test } from "vitest";
import { type Birthday, changeBirthday, isBirthday } from "./birthday.ts";

const may = { month: 5, day: 4 };
const june = { month: 6, day: 4 };

test.each([
  [{ month: 2, day: 29 }, true],
  [{ month: 2, day: 30 }, false],
  [{ month: 4, day: 31 }, false],
  [{ month: 12, day: 31 }, true],
  [{ month: 0, day: 1 }, false],
  [{ month: 13, day: 1 }, false],
  [{ month: 1, day: 0 }, false],
])("%o is a birthday: %s", (birthday, is) => {
  expect(isBirthday(birthday)).toBe(is);
});

const free = { ok: true, corrects: false };
const correction = { ok: true, corrects: true };
const refused = { ok: false, refusal: "corrected-this-year" };

test.each<[string, Birthday | null, Birthday | null, string | null, object]>([
  ["entering it is free", null, may, null, free],
  ["entering it is free even in a year of a correction", null, may, "2026-01-01", free],
  ["the same once more changes nothing", may, { ...may }, "2026-01-01", free],
  ["the first correction counts", may, june, null, correction],
  ["leaving it out counts as one", may, null, null, correction],
  ["a second one in the year is refused", may, june, "2026-01-01", refused],
  ["leaving it out as a second one, too", may, null, "2026-11-20", refused],
  ["last year's does not count, though it was yesterday", may, june, "2025-12-31", correction],
])("%s", (_case, current, wanted, correctedOn, answer) => {
  expect(changeBirthday(current, wanted, correctedOn, "2026-11-21")).toEqual(answer);
});
