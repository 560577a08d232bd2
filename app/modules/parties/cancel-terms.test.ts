import { expect, test } from "vitest";
import { type Cancellable, cancelTerms } from "./cancel-terms.ts";

const freeUntil = new Date("2027-03-12T05:00:00Z");
const after = (hours: number) => new Date(freeUntil.getTime() + hours * 3600_000);
const party: Cancellable = {
  state: "registered",
  points: 200,
  isDeposit: true,
  moneyPaidMinor: 38_000,
  offeredAt: null,
  eventMoved: false,
  byStaff: false,
};

test.each<[string, Partial<Cancellable>, Date, string | null]>([
  ["the last instant in time", {}, new Date(freeUntil.getTime() - 1), "in-time"],
  ["from then on", {}, freeUntil, null],
  ["who only waits", { state: "waiting" }, freeUntil, "waiting"],
  ["whom the event moved away from", { eventMoved: true }, freeUntil, "event-moved"],
  ["whom staff cancel", { byStaff: true }, freeUntil, "by-staff"],
  [
    "who was offered their places less than a day ago",
    { offeredAt: freeUntil },
    new Date(after(24).getTime() - 1),
    "late-offer",
  ],
  ["who was offered them a day ago", { offeredAt: freeUntil }, after(24), null],
])("%s", (_case, changes, now, freeBecause) => {
  const isFree = freeBecause !== null;
  expect(cancelTerms({ freeUntil }, { ...party, ...changes }, now)).toEqual({
    pointsBack: isFree ? 200 : 0,
    moneyBackMinor: isFree ? 38_000 : 0,
    pointsKept: isFree ? 0 : 200,
    moneyKeptMinor: isFree ? 0 : 38_000,
    delaysEarlyAccess: !isFree,
    freeBecause,
    freeUntil,
  });
});
