import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { loadEventOfDay } from "#app/modules/attendance/load-event-of-day.server.ts";
import { readWalkIn } from "#app/modules/attendance/read-walk-in.ts";
import {
  registerWalkIn,
  type WalkInRequest,
} from "#app/modules/attendance/register-walk-in.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { exchangeCompanion } from "#app/modules/registrations/exchange-companion.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aContestPlan, aLimit, aPlan, aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson } from "../../support/people.ts";
import { atGate } from "./marking-fixtures.ts";

testDatabase();

let staff = 0;
beforeAll(async () => {
  await ensureClub(db());
  staff = (await aPerson({ roles: ["events"] })).id;
});

/** What the form of the gate says of Lin Wan and her daughter. */
function typed(changes: Record<string, string> = {}): FormData {
  const fields = new FormData();
  const said = { "name-0": "Lin Wan", "name-1": "Mia", "born-1": "2020-06-01", ...changes };
  for (const [name, value] of Object.entries(said)) fields.set(name, value);
  return fields;
}

async function walkIn(
  eventId: number,
  changes: Partial<WalkInRequest> = {},
  said: Record<string, string> = {},
) {
  const event = await loadEventOfDay(db(), eventId);
  if (!event) throw new Error("There is no such event.");
  return registerWalkIn({
    event,
    walkIn: readWalkIn(event.plan, typed(said)).walkIn,
    memberId: null,
    gate: "Main",
    overReason: null,
    requestKey: randomUUID(),
    by: { by: staff },
    answersFor: staff,
    now: atGate(10),
    ...changes,
  });
}

test("a family that walks in is registered and in, once of a form that was sent twice", async () => {
  const { eventId } = await aPublishedEvent();
  const requestKey = randomUUID();
  const answers = await Promise.all([
    walkIn(eventId, { requestKey }),
    walkIn(eventId, { requestKey }),
  ]);
  expect(answers).toEqual([answers[0], answers[0]]);
  const { parties, marks } = await loadCheckInList(db(), eventId);
  expect(parties).toMatchObject([
    { state: "registered", people: [{ name: "Lin Wan", role: "adult" }, { role: "child" }] },
  ]);
  expect(marks.map(({ kind, answer }) => [kind, answer])).toEqual([
    ["in", "recorded"],
    ["in", "recorded"],
  ]);
});

test("a member who walks in gets the points for coming", async () => {
  const { eventId } = await aPublishedEvent();
  const member = await aMember();
  expect(await walkIn(eventId, { memberId: member.memberId })).toMatchObject({ ok: true });
  expect(await loadBalance(db(), member.accountId, atGate(60))).toMatchObject({ available: 50 });
});

test("where it is full nobody is let in but by somebody's name and reason", async () => {
  const { eventId } = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 1 })] }) });
  expect(await walkIn(eventId)).toMatchObject({ ok: false });
  expect(await db().attendanceMark.count({ where: { eventId } })).toBe(0);
  const answer = await walkIn(eventId, { overReason: "Bo: came with friends" });
  expect(answer).toMatchObject({ ok: true, state: "registered" });
  expect(await db().registration.findFirst({ where: { eventId } })).toMatchObject({
    overBy: staff,
    overReason: "Bo: came with friends",
    source: "walk-in",
  });
});

test("what an event asks is asked at the gate too", async () => {
  const { eventId } = await aPublishedEvent({ plan: aContestPlan() });
  const answer = await walkIn(eventId);
  expect(answer).toMatchObject({ ok: false, refusal: "party" });
  const agreed = { consents: "taking_part", emergencyName: "Wan", emergencyPhone: "13800000001" };
  expect(await walkIn(eventId, {}, agreed)).toMatchObject({ ok: true });
});

test("a companion is exchanged for another of the same age group, and nobody else", async () => {
  const { eventId } = await aPublishedEvent({ plan: aContestPlan() });
  const party = await aParty(eventId, await aMember(), {
    people: [
      { name: "Lin Wan", isMember: true },
      { name: "Mia", role: "child", bracket: "little", birthDate: new Date("2020-06-01") },
    ],
  });
  const [member = 0, child = 0] = party.personIds;
  const other = { eventId, name: "Nora", by: staff, now: atGate() };
  const instead = (personId: number, birthDate: string | null) =>
    exchangeCompanion({ ...other, personId, birthDate });
  expect(await instead(member, null)).toEqual({ ok: false, refusal: "member" });
  expect(await instead(child, null)).toEqual({ ok: false, refusal: "another-bracket" });
  expect(await instead(child, "2017-06-01")).toEqual({ ok: false, refusal: "another-bracket" });
  expect(await instead(child, "2021-06-01")).toMatchObject({ ok: true });
  // Who went out has no place that could be given on once more.
  expect(await instead(child, "2021-06-01")).toEqual({ ok: false, refusal: "no-such-person" });
  const { parties } = await loadCheckInList(db(), eventId);
  expect(parties[0]?.people.map(({ name, bracket }) => [name, bracket])).toEqual([
    ["Lin Wan", null],
    ["Nora", "little"],
  ]);
});
