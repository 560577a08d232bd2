import ICAL from "ical.js";
import { expect, test } from "vitest";
import { endFeed, loadFeedToken, renewFeed } from "#app/modules/calendar/calendar-feed.server.ts";
import { icsOf } from "#app/modules/calendar/ics.ts";
import { loadCalendarEntry, loadOwnCalendar } from "#app/modules/calendar/load-calendar.server.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLimit, anOrganiser, aPlan, aPublishedEvent, WHILE_OPEN } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";
import { register } from "../../support/registrations.ts";

testDatabase();

const ORIGIN = "https://club.example";

const feedOf = async (memberId: number) => {
  const token = await loadFeedToken(db(), memberId);
  return token === null ? null : loadOwnCalendar(db(), token, ORIGIN, WHILE_OPEN);
};

/** As a calendar program has it. */
async function asRead(memberId: number) {
  const calendar = await feedOf(memberId);
  const text = icsOf(
    { name: "Club", timeZone: "Asia/Shanghai" },
    calendar?.entries ?? [],
    WHILE_OPEN,
  );
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => ({
    uid: each.getFirstPropertyValue("uid"),
    sequence: each.getFirstPropertyValue("sequence"),
    status: each.getFirstPropertyValue("status"),
  }));
}

test("a member's calendar has what they come to and what they wait for, and tells of a cancelled event", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const small = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 1 })] }) });
  const coming = await aPublishedEvent();
  await aPublishedEvent();
  await register(small, other);
  await register(small, member);
  await register(coming, member);
  await renewFeed(db(), member.memberId);
  const before = await asRead(member.memberId);
  expect(before.map(({ status }) => status)).toEqual(["TENTATIVE", "CONFIRMED"]);

  const actor = await anOrganiser();
  await changePublishedEvent(coming.eventId, (tx) =>
    cancelEventIn(tx, { eventId: coming.eventId, reason: "Rain.", now: WHILE_OPEN }, actor),
  );
  const [, after] = await asRead(member.memberId);
  expect(after).toMatchObject({ uid: before[1]?.uid, status: "CANCELLED" });
  expect(Number(after?.sequence)).toBeGreaterThan(Number(before[1]?.sequence));
});

test("another address makes the one before a stranger's", async () => {
  const member = await aMember();
  expect(await feedOf(member.memberId)).toBeNull();
  await renewFeed(db(), member.memberId);
  const first = (await loadFeedToken(db(), member.memberId)) as string;
  expect(await loadOwnCalendar(db(), first, ORIGIN)).toEqual({ locale: "en", entries: [] });
  await renewFeed(db(), member.memberId);
  expect(await loadOwnCalendar(db(), first, ORIGIN)).toBeNull();
  expect(await feedOf(member.memberId)).not.toBeNull();
  await endFeed(db(), member.memberId);
  expect(await feedOf(member.memberId)).toBeNull();
});

test("an event's own file keeps its UID and leads to its page; a draft has none", async () => {
  const { slug, eventId } = await aPublishedEvent();
  const { calendarUid } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  expect(await loadCalendarEntry(db(), slug, "zh-CN", ORIGIN)).toMatchObject({
    uid: calendarUid,
    sequence: 1,
    title: "湖畔下午",
    url: `${ORIGIN}/events/${slug}`,
  });
  await db().event.update({ where: { id: eventId }, data: { state: "draft" } });
  expect(await loadCalendarEntry(db(), slug, "en", ORIGIN)).toBeNull();
});
