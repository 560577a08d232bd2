import { expect, test } from "vitest";
import { remindOfEvents } from "#app/modules/event-messages/remind-of-events.server.ts";
import { readPlan, writePlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan, aPublishedEvent, EVENT_STARTS } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const HOUR = 3_600_000;
/** 13:00 in Shanghai, as the event's beginning is. */
const before = (hours: number) => new Date(EVENT_STARTS.getTime() - hours * HOUR);
const long = new Date("2027-02-01T04:00:00Z");

const lettersOf = async (member: TestMember, template: string) => {
  const letters = await db().mail.findMany({
    where: { personId: member.id, template },
    orderBy: { id: "asc" },
  });
  return letters.map(
    ({ props }) => props as { kind: string; waiting: boolean; people: number; startsAt: string },
  );
};
const kindsOf = async (member: TestMember) =>
  (await lettersOf(member, "event-reminder")).map(({ kind }) => kind);

test("who comes is reminded a week, a day and two hours before, once each", async () => {
  const { eventId } = await aPublishedEvent();
  const member = await aMember();
  await aParty(eventId, member, { createdAt: long });
  for (const hours of [7 * 24 + 1, 7 * 24, 6 * 24, 30, 24, 23, 2, 1, 0.2]) {
    await remindOfEvents(before(hours));
    await remindOfEvents(before(hours));
  }
  expect(await kindsOf(member)).toEqual(["week", "day", "hours"]);
  expect(await lettersOf(member, "event-reminder")).toMatchObject([
    { waiting: false, people: 2, startsAt: EVENT_STARTS.toISOString() },
    {},
    {},
  ]);
});

test("what holds when it is sent decides: who cancelled is not reminded, who waits hears how long", async () => {
  const { eventId } = await aPublishedEvent();
  const [gone, waiting, coming] = [await aMember(), await aMember(), await aMember()];
  const cancelled = { state: "cancelled", endedAt: long, endReason: "owner" };
  await aParty(eventId, gone, { createdAt: long, ...cancelled });
  await aParty(eventId, waiting, { createdAt: long, state: "waiting" });
  const party = await aParty(eventId, coming, { createdAt: long });
  await remindOfEvents(before(7 * 24));
  await db().registration.update({ where: { id: party.id }, data: cancelled });
  await remindOfEvents(before(24));
  expect(await kindsOf(gone)).toEqual([]);
  expect(await kindsOf(coming)).toEqual(["week"]);
  expect(await lettersOf(waiting, "event-reminder")).toMatchObject([
    { kind: "day", waiting: true },
  ]);
});

test("who has just registered has just read it all", async () => {
  const { eventId } = await aPublishedEvent();
  const member = await aMember();
  await aParty(eventId, member, { createdAt: before(24) });
  await remindOfEvents(before(23));
  expect(await kindsOf(member)).toEqual([]);
  await remindOfEvents(before(2));
  expect(await kindsOf(member)).toEqual(["hours"]);
});

test("a cancelled event reminds nobody; one that moved is told of anew", async () => {
  const [{ eventId }, other] = [await aPublishedEvent(), await aPublishedEvent()];
  const [member, disappointed] = [await aMember(), await aMember()];
  await aParty(eventId, member, { createdAt: long });
  await aParty(other.eventId, disappointed, { createdAt: long });
  await db().event.update({
    where: { id: other.eventId },
    data: { state: "cancelled", cancelledAt: long },
  });
  await remindOfEvents(before(24));
  const later = new Date(EVENT_STARTS.getTime() + 48 * HOUR);
  const { plan } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  const moved = { ...readPlan(plan), startsAt: later, endsAt: new Date(later.getTime() + HOUR) };
  await db().event.update({
    where: { id: eventId },
    data: { plan: writePlan(moved), startsAt: moved.startsAt, endsAt: moved.endsAt },
  });
  await remindOfEvents(new Date(later.getTime() - 24 * HOUR));
  expect(await lettersOf(member, "event-reminder")).toMatchObject([
    { kind: "day", startsAt: EVENT_STARTS.toISOString() },
    { kind: "day", startsAt: later.toISOString() },
  ]);
  expect(await kindsOf(disappointed)).toEqual([]);
});

test("a party of a session is told when that begins", async () => {
  const afternoon = new Date(EVENT_STARTS.getTime() + HOUR);
  const name = { en: "Afternoon", zh: "下午" };
  const { eventId } = await aPublishedEvent({
    plan: aPlan({
      sessions: [
        { key: "pm", name, startsAt: afternoon, endsAt: new Date(afternoon.getTime() + HOUR) },
      ],
    }),
  });
  const member = await aMember();
  await aParty(eventId, member, { createdAt: long, session: "pm" });
  await remindOfEvents(before(24));
  expect(await lettersOf(member, "event-reminder")).toMatchObject([
    { startsAt: afternoon.toISOString() },
  ]);
});

test("while it is open whether it takes place nobody is reminded; once that is said, they are", async () => {
  const { eventId } = await aPublishedEvent();
  const member = await aMember();
  await aParty(eventId, member, { createdAt: long });
  const { id } = await db().eventWait.create({
    data: {
      eventId,
      startsAt: EVENT_STARTS,
      decideBy: before(1),
      reasonEn: "A storm",
      reasonZh: "暴雨",
      requestKey: "a-storm",
      createdBy: member.id,
    },
  });
  await remindOfEvents(before(2));
  expect(await kindsOf(member)).toEqual([]);
  const settled = { settled: "on", settledBy: member.id, settledAt: before(1) };
  await db().eventWait.update({ where: { id }, data: settled });
  await remindOfEvents(before(1));
  expect(await kindsOf(member)).toEqual(["hours"]);
});
