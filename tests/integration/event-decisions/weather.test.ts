import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { loadCheckInList } from "#app/modules/attendance/load-check-in-list.server.ts";
import { loadFeedToken, renewFeed } from "#app/modules/calendar/calendar-feed.server.ts";
import { loadCalendarEntry, loadOwnCalendar } from "#app/modules/calendar/load-calendar.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { eventDecisionsFeature } from "#app/modules/event-decisions/feature.server.ts";
import { loadWaitPage } from "#app/modules/event-decisions/load-wait-page.server.ts";
import {
  sayItTakesPlace,
  sayWait,
  type WantedWait,
} from "#app/modules/event-decisions/say-wait.server.ts";
import { writeEventMessage } from "#app/modules/event-messages/send-message.server.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import { changePlanIn } from "#app/modules/events/change-event.server.ts";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadApiEvents } from "#app/modules/events/load-api-events.server.ts";
import { loadPublicEvent } from "#app/modules/events/load-event.server.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import type { WaitingFacts } from "#app/modules/feature.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { loadOwnRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import { loadOwnRegistrations } from "#app/modules/registrations/load-own-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aLimit,
  anOpenPlan,
  anOrganiser,
  aPlan,
  aPublishedEvent,
  EVENT_STARTS,
  type TestEvent,
} from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

const hoursBefore = (hours: number) => new Date(EVENT_STARTS.getTime() - hours * 3600_000);
/** Five in the morning of the event's day; it begins at one. */
const EARLY = hoursBefore(8);
const reason = { en: "A storm is forecast.", zh: "预报有暴雨。" };

const say = async ({ eventId }: TestEvent, changes: Partial<WantedWait> = {}, by?: number) => {
  const organiser = await anOrganiser();
  return sayWait(
    {
      eventId,
      decideBy: hoursBefore(3),
      reason,
      seen: null,
      requestKey: randomUUID(),
      now: EARLY,
      ...changes,
    },
    { ...organiser, by: by ?? organiser.by },
  );
};
const shown = async ({ slug }: TestEvent, now = EARLY) =>
  (await loadPublicEvent(db(), slug, "en", now))?.page.wait ?? null;
const standing = async ({ eventId }: TestEvent) =>
  (await loadWaitPage(db(), eventId, EARLY))?.wait?.id ?? 0;
const messages = ({ eventId }: TestEvent) =>
  db().eventMessage.findMany({ where: { eventId }, orderBy: { id: "asc" } });

/** An event with a party that comes, one that is offered places, one that waits, and one that has left. */
async function anAudience() {
  const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 2 })] }) });
  const { eventId } = event;
  const [coming, offered, waiting, gone] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  const { id } = await aParty(eventId, coming);
  const held = await aParty(eventId, offered, { state: "waiting" });
  const line = await aParty(eventId, waiting, { state: "waiting" });
  await aParty(eventId, gone, { state: "cancelled", endedAt: new Date(), endReason: "owner" });
  await db().waitlistEntry.create({ data: { eventId, registrationId: line.id } });
  await db().waitlistEntry.create({
    data: {
      eventId,
      registrationId: held.id,
      offers: { create: { eventId, fewer: false, endsAt: hoursBefore(2) } },
    },
  });
  return { event, coming, offered, registrationId: id };
}

test("who comes or is offered places is told at once, and every page says by when it is decided", async () => {
  const { event, coming, offered, registrationId } = await anAudience();
  expect(await loadWaitPage(db(), event.eventId, EARLY)).toMatchObject({
    wait: null,
    parties: 2,
    decideBy: hoursBefore(2),
  });
  expect(await say(event)).toEqual({ ok: true });
  const [message] = await messages(event);
  expect(message).toMatchObject({
    audience: "expected",
    subjectEn: expect.stringMatching(/10:00$/),
    bodyEn: expect.stringContaining(reason.en),
    bodyZh: expect.stringContaining(reason.zh),
  });
  await writeEventMessage(message?.id ?? 0);
  const letters = await db().mail.findMany({
    where: { dedupKey: { startsWith: `event-message:${message?.id}:` } },
    orderBy: { id: "asc" },
  });
  expect(letters.map(({ personId }) => personId)).toEqual([coming.id, offered.id]);

  const said = { decideBy: hoursBefore(3), reason: reason.en, isLate: false };
  expect(await shown(event)).toEqual(said);
  expect(await shown(event, hoursBefore(3))).toEqual({ ...said, isLate: true });
  const own = await loadOwnRegistration(db(), registrationId, coming.memberId, "zh-CN", EARLY);
  expect(own?.event.wait).toEqual({ ...said, reason: reason.zh });
  expect((await loadCheckInList(db(), event.eventId)).wait).toMatchObject({ reason });
});

test("whoever looks elsewhere reads it too: lists, calendars, and other programs", async () => {
  const { event, coming } = await anAudience();
  const { eventId, slug } = event;
  const calendars = async (now = EARLY) => {
    const token = (await loadFeedToken(db(), coming.memberId)) ?? "";
    const own = await loadOwnCalendar(db(), token, "https://club.example", now);
    return [
      await loadCalendarEntry(db(), slug, "en", "https://club.example", now),
      own?.entries.find(({ startsAt }) => startsAt.getTime() === EVENT_STARTS.getTime()),
    ];
  };
  await renewFeed(db(), coming.memberId);
  const before = await calendars();
  await say(event);
  const said = { decideBy: hoursBefore(3), reason: reason.en, isLate: false };
  const list = await loadEvents(db(), readEventSearch(new URLSearchParams()), false, "en", EARLY);
  expect(list.events.find(({ id }) => id === eventId)?.wait).toEqual(said);
  const [own] = await loadOwnRegistrations(db(), coming.memberId, "ahead", "zh-CN", EARLY);
  expect(own?.wait).toEqual({ ...said, reason: reason.zh });
  const { events } = await loadApiEvents(db(), { after: eventId - 1, limit: 1 }, EARLY);
  expect(events[0]?.undecided).toEqual({ decided_by: said.decideBy.toISOString(), reason });

  const during = await calendars();
  for (const [place, entry] of during.entries()) {
    expect(entry).toMatchObject({ status: "TENTATIVE", isBusy: true });
    expect(entry?.about).toMatch(/^Whether it takes place is decided by .*10:00 \(A storm/);
    expect(entry?.sequence).toBeGreaterThan(before[place]?.sequence ?? 0);
  }
  const waitId = await standing(event);
  await sayItTakesPlace({ eventId, waitId, now: EARLY }, await anOrganiser());
  for (const [place, entry] of (await calendars()).entries()) {
    expect(entry).toMatchObject({ status: "CONFIRMED", about: before[place]?.about });
    expect(entry?.sequence).toBeGreaterThan(during[place]?.sequence ?? 0);
  }
});

test("sent twice it is said once; another hour replaces the first, and is told anew", async () => {
  const event = await aPublishedEvent();
  const requestKey = randomUUID();
  await say(event, { requestKey });
  expect(await say(event, { requestKey })).toEqual({ ok: true });
  expect(await messages(event)).toHaveLength(1);
  const seen = await standing(event);
  expect(await say(event, { seen, decideBy: hoursBefore(1) })).toEqual({ ok: true });
  expect(await messages(event)).toHaveLength(2);
  expect(await shown(event)).toMatchObject({ decideBy: hoursBefore(1) });
});

test("of two who decide at once the second is told, and nobody is written to twice", async () => {
  const event = await aPublishedEvent();
  const colleague = await aPerson({ roles: ["events"] });
  const both = await Promise.all([say(event), say(event, {}, colleague.id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, refusal: "changed-meanwhile" });
  const { eventId } = event;
  const waitId = await standing(event);
  const on = (by: number) =>
    sayItTakesPlace({ eventId, waitId, now: EARLY }, { by, address: "10.0.0.7" });
  const { by } = await anOrganiser();
  expect(await on(by)).toEqual({ ok: true });
  expect(await on(by)).toEqual({ ok: true });
  expect(await on(colleague.id)).toEqual({ ok: false, refusal: "decided" });
  expect((await messages(event)).map(({ subjectZh }) => subjectZh)).toEqual([
    expect.stringContaining("尚未决定"),
    expect.stringContaining("如期举行"),
  ]);
  expect(await shown(event)).toBeNull();
});

test("an event that is moved waits no more by itself, and can wait anew", async () => {
  const event = await aPublishedEvent();
  const { eventId, plan } = event;
  await say(event);
  const waitId = await standing(event);
  const startsAt = new Date(plan.startsAt.getTime() + 24 * 3600_000);
  const endsAt = new Date(plan.endsAt.getTime() + 24 * 3600_000);
  const moved = { ...plan, startsAt, endsAt };
  const change = { eventId, plan: moved, revision: null, agreed: ["time" as const], now: EARLY };
  const actor = await anOrganiser();
  await changePublishedEvent(eventId, (tx) => changePlanIn(tx, change, actor), EARLY);
  expect(await shown(event)).toBeNull();
  expect(await sayItTakesPlace({ eventId, waitId, now: EARLY }, actor)).toEqual({
    ok: false,
    refusal: "decided",
  });
  expect(await say(event)).toEqual({ ok: true });
  expect(await shown(event)).not.toBeNull();
});

test("an event that is cancelled waits no more by itself", async () => {
  const event = await aPublishedEvent();
  const { eventId } = event;
  await say(event);
  const waitId = await standing(event);
  const actor = await anOrganiser();
  const cancelling = { eventId, reason: "The storm came.", now: EARLY };
  await changePublishedEvent(eventId, (tx) => cancelEventIn(tx, cancelling, actor), EARLY);
  expect(await shown(event)).toBeNull();
  const no = { ok: false, refusal: "cancelled" };
  expect(await sayItTakesPlace({ eventId, waitId, now: EARLY }, actor)).toEqual(no);
  expect(await say(event, { seen: waitId })).toEqual(no);
});

test("staff's first page reminds of those whose hour has come, with the way to the only one", async () => {
  const find = async () => {
    const sql = eventDecisionsFeature.waiting?.[0]?.find(1);
    if (!sql) throw new Error("Nothing reminds.");
    const [row] = await db().$queryRaw<Record<string, WaitingFacts>[]>(sql);
    return Object.values(row ?? {})[0];
  };
  const event = await aPublishedEvent({ plan: anOpenPlan() });
  const now = new Date();
  await say(event, { now, decideBy: new Date(now.getTime() + 3600_000) });
  expect(await find()).toMatchObject({ count: 0 });
  const { eventId } = event;
  await db().eventWait.updateMany({ where: { eventId }, data: { decideBy: now } });
  expect(await find()).toMatchObject({ count: 1, page: `/admin/events/${eventId}/weather` });
  const waitId = await standing(event);
  await sayItTakesPlace({ eventId, waitId, now }, await anOrganiser());
  expect(await find()).toMatchObject({ count: 0 });
});
