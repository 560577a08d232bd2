import { expect, test } from "vitest";
import { aTypedEvent } from "../../../tests/support/events.ts";
import { misplacedDates, moveDates } from "./move-dates.ts";

const session = { key: "s1", nameEn: "One", nameZh: "一" };
/** It begins on 14 March at 13:00. */
const before = aTypedEvent({
  sessions: [{ ...session, startsAt: "2027-03-14T13:00", endsAt: "2027-03-14T14:00" }],
});

test("dates that nobody has typed anew move as far as the beginning, those of sessions too", () => {
  const typed = { ...before, startsAt: "2027-03-12T15:30" };
  expect(moveDates(typed, before, false)).toMatchObject({
    startsAt: "2027-03-12T15:30",
    endsAt: "2027-03-12T17:30",
    opensAt: "2027-01-30T11:30",
    closesAt: "2027-03-11T14:30",
    freeUntil: "2027-03-10T15:30",
    sessions: [{ startsAt: "2027-03-12T15:30", endsAt: "2027-03-12T16:30" }],
  });
});

test("what was typed anew stays, as does a beginning of registering that is over, and what is empty", () => {
  const empty = { ...before, freeUntil: "" };
  const typed = { ...empty, startsAt: "2027-03-12T13:00", endsAt: "2027-03-12T20:00" };
  expect(moveDates(typed, empty, true)).toMatchObject({
    endsAt: "2027-03-12T20:00",
    opensAt: before.opensAt,
    closesAt: "2027-03-11T12:00",
    freeUntil: "",
  });
});

test.each([
  ["a beginning that stays", {}],
  ["one that is no moment", { startsAt: "soon" }],
])("%s moves nothing", (_case, changes) => {
  expect(moveDates({ ...before, ...changes }, before, false)).toBeNull();
});

test("of what is wrong with a form only its dates are misplaced", () => {
  const issues = {
    titleEn: "missing",
    closesAt: "closesLate",
    "sessions.0.endsAt": "outside",
  } as const;
  expect(misplacedDates(issues)).toEqual(["closesAt", "sessions.0.endsAt"]);
});
