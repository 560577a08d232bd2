import { expect, test } from "vitest";
import { mayWait, type OpenEvent, proposedHour } from "./waiting.ts";

const at = (time: string) => new Date(`2027-03-14T${time}Z`);
/** From 05:00 to 07:00. */
const anEvent = (changes: Partial<OpenEvent> = {}): OpenEvent => ({
  state: "published",
  startsAt: at("05:00"),
  endsAt: at("07:00"),
  ...changes,
});
const nothing = { standing: null, seen: null };

test.each([
  ["an hour before it begins", anEvent(), nothing, "03:00", "01:00", null],
  ["one while it is held, as between two sessions", anEvent(), nothing, "06:59", "05:30", null],
  ["its end is too late", anEvent(), nothing, "07:00", "01:00", "after-end"],
  ["this moment is no hour to come", anEvent(), nothing, "01:00", "01:00", "past"],
  ["it is over", anEvent(), nothing, "08:00", "07:00", "over"],
  [
    "it is cancelled, which is said first",
    anEvent({ state: "cancelled" }),
    nothing,
    "03:00",
    "08:00",
    "cancelled",
  ],
  [
    "the first is replaced by who has seen it",
    anEvent(),
    { standing: 4, seen: 4 },
    "03:00",
    "01:00",
    null,
  ],
  [
    "a colleague has said one meanwhile",
    anEvent(),
    { standing: 4, seen: null },
    "03:00",
    "01:00",
    "changed-meanwhile",
  ],
  [
    "a colleague has ended it meanwhile",
    anEvent(),
    { standing: null, seen: 4 },
    "03:00",
    "01:00",
    "changed-meanwhile",
  ],
] as const)("%s", (_case, event, waits, decideBy, now, refusal) => {
  expect(mayWait(event, waits, at(decideBy), at(now))).toBe(refusal);
});

test.each([
  ["two hours before it begins", "01:07", "03:00"],
  ["late, more than half an hour from now on a quarter", "02:50", "03:30"],
  ["on the quarter itself half an hour is enough", "05:15", "05:45"],
])("proposes %s", (_case, now, hour) => {
  expect(proposedHour(anEvent(), at(now))).toEqual(at(hour));
});
