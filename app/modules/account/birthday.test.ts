import { expect, test } from "vitest";
import type { Birthday } from "#app/modules/person/birthday.ts";
import { changeBirthday } from "./birthday.ts";

const may = { month: 5, day: 4 };
const june = { month: 6, day: 4 };

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
