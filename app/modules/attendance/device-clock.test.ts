import { expect, test } from "vitest";
import type { CheckInList } from "./check-in-list.ts";
import { correctedTime } from "./device-clock.ts";

const DAY_MS = 86_400_000;
const NINE = new Date("2027-03-14T01:00:00.000Z");

/** Read at nine by the club's clock, when the device's was so much ahead. */
const listOfNine = (aheadMs: number): CheckInList => ({
  eventId: 1,
  asOf: NINE.toISOString(),
  arrivedAt: new Date(NINE.getTime() + aheadMs).toISOString(),
  parties: [],
  marks: [],
});
const anHourLater = new Date(NINE.getTime() + 3_600_000);

test("a device that is two days off, before or behind, tells the club's time", () => {
  for (const ahead of [2 * DAY_MS, -2 * DAY_MS]) {
    const device = new Date(anHourLater.getTime() + ahead);
    expect(correctedTime(device, listOfNine(ahead))).toEqual(anHourLater);
  }
});

test("a list that was a while under way does not move the clock", () => {
  const device = new Date(anHourLater.getTime() + 9_000);
  expect(correctedTime(device, listOfNine(9_000))).toEqual(device);
});

test("without a list, or with one of an older page, a device has its own clock", () => {
  expect(correctedTime(anHourLater, null)).toEqual(anHourLater);
  expect(correctedTime(anHourLater, { ...listOfNine(0), arrivedAt: undefined })).toEqual(
    anHourLater,
  );
});
