import { expect, test } from "vitest";
import { readPlace, writePlace } from "./lead-board.ts";

test("a place in the list is read back from its address", () => {
  const place = { dueAt: new Date("2026-12-01T03:00:00Z"), id: 12 };
  expect(readPlace(writePlace(place))).toEqual(place);
});

test.each([null, "", "12", "1-0", "999999999999999999-1", "253402300800000-1", "a-1", "1-1-1"])(
  "%s is no place",
  (text) => expect(readPlace(text)).toBeNull(),
);
