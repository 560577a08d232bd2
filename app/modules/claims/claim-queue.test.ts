import { expect, test } from "vitest";
import { readPlace, writePlace } from "./claim-queue.ts";

test("a place is read as it was written", () => {
  const place = { arrived: true, dueAt: new Date("2026-11-26T16:00:00Z"), id: 12 };
  expect(readPlace(writePlace(place))).toEqual(place);
});

test.each([null, "", "2-1-1", "0-x-1", "0-1-0", "0-999999999999999-1", "0-1-1' or 1=1", "0-1-1-1"])(
  "%s is the beginning of the queue",
  (text) => {
    expect(readPlace(text)).toBeNull();
  },
);
