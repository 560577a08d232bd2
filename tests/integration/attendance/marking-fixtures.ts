import { randomUUID } from "node:crypto";
import type { Mark } from "#app/modules/attendance/mark.ts";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { EVENT_STARTS } from "../../support/events.ts";
import { aPerson } from "../../support/people.ts";

/** Half an hour before the event begins, and so many minutes later. */
export const atGate = (minutes = 0) => new Date(EVENT_STARTS.getTime() + (minutes - 30) * 60_000);

/** A mark of somebody who came in; the test changes what it is about. */
export const aMark = (changes: Partial<Mark> = {}): Mark => ({
  id: randomUUID(),
  kind: "in",
  registrationId: null,
  personId: null,
  undoes: null,
  seen: "",
  people: 0,
  at: atGate().toISOString(),
  gate: "Main",
  device: PHONE,
  ...changes,
});

export const PHONE = "0b0f5b51-5d3c-4a1c-9f4e-0d6f2f6f8a01";
export const OTHER_PHONE = "0b0f5b51-5d3c-4a1c-9f4e-0d6f2f6f8a02";

let steward: number | undefined;

/** Sends marks to an event as one of the staff, and says what became of each. */
export async function send(eventId: number, marks: Mark[], now = atGate(1)) {
  steward ??= (await aPerson({ roles: ["events"] })).id;
  return (await recordMarks({ eventId, marks, by: { by: steward } }, now)) ?? [];
}

/** Everybody of a party came in. */
export const allIn = ({ id, personIds }: { id: number; personIds: number[] }, changes = {}) =>
  personIds.map((personId) => aMark({ registrationId: id, personId, ...changes }));
