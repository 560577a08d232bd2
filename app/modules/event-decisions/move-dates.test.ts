import { expect, test } from "vitest";
import { type DatesBefore, datesOf } from "#app/modules/events/typed-event.ts";
import { aTypedEvent } from "../../../tests/support/events.ts";
import { datesToKeep, misplacedDates, moveDates } from "./move-dates.ts";

const session = { key: "s1", nameEn: "One", nameZh: "一" };
/** It begins on 14 March at 13:00. */
const before = aTypedEvent({
  sessions: [{ ...session, startsAt: "2027-03-14T13:00", endsAt: "2027-03-14T14:00" }],
});

const went = (typed = before, fills = false): DatesBefore => ({ ...datesOf(typed), fills });

test("dates that nobody has typed anew move as far as the beginning, those of sessions too", () => {
  const typed = { ...before, startsAt: "2027-03-12T15:30" };
  expect(moveDates(typed, went(), false)).toMatchObject({
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
  expect(moveDates(typed, went(empty), true)).toMatchObject({
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
  expect(moveDates({ ...before, ...changes }, went(), false)).toBeNull();
});

test("of what is wrong with a form only its dates are misplaced", () => {
  const issues = {
    titleEn: "missing",
    closesAt: "closesLate",
    "sessions.0.endsAt": "outside",
  } as const;
  expect(misplacedDates(issues)).toEqual(["closesAt", "sessions.0.endsAt"]);
});

/** As a copy begins: without a day. */
const blank = aTypedEvent({
  startsAt: "",
  endsAt: "",
  opensAt: "",
  closesAt: "",
  freeUntil: "",
  sessions: [{ ...session, startsAt: "", endsAt: "" }],
});

test("a copy's empty dates are filled in as far from its beginning as in the event that it was made from", () => {
  const typed = { ...blank, startsAt: "2027-06-05T13:00", closesAt: "2027-06-01T12:00" };
  expect(moveDates(typed, went(before, true), false)).toMatchObject({
    endsAt: "2027-06-05T15:00",
    opensAt: "2027-04-25T09:00",
    closesAt: "2027-06-01T12:00",
    freeUntil: "2027-06-03T13:00",
    sessions: [{ startsAt: "2027-06-05T13:00", endsAt: "2027-06-05T14:00" }],
  });
  expect(
    moveDates({ ...typed, startsAt: before.startsAt }, went(before, true), false),
  ).toMatchObject({ endsAt: before.endsAt });
});

test("a draft's dates go with its beginning until that is another, and with the other once they were moved or typed", () => {
  const kept = datesToKeep(null, before);
  expect(kept).toEqual(went());
  expect(datesToKeep(null, blank)).toBeNull();
  expect(datesToKeep(went(before, true), blank)).toEqual(went(before, true));
  const later = { ...before, startsAt: "2027-03-21T13:00" };
  expect(datesToKeep(kept, later)).toEqual(kept);
  const moved = moveDates(later, went(), false);
  if (!moved) throw new Error("Nothing moved.");
  expect(datesToKeep(kept, moved)).toEqual(went(moved));
});
