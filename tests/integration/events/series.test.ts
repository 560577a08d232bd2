import { expect, test } from "vitest";
import { changeFollowingIn } from "#app/modules/event-series/change-following.server.ts";
import { loadSeries } from "#app/modules/event-series/load-series.server.ts";
import { repeatEvent } from "#app/modules/event-series/repeat-event.server.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import {
  anOrganiser,
  aPlan,
  aPublishedEvent,
  aTypedEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { freshDatabase } from "../../support/fresh-database.ts";

freshDatabase();

const now = WHILE_OPEN;
const DAYS = ["2027-04-11", "2027-05-09"];
const repeat = async (eventId: number, days: string[]) =>
  repeatEvent({ eventId, days, now }, await anOrganiser());
const seriesOf = async (eventId: number) => {
  const { seriesId } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  return loadSeries(db(), seriesId);
};
const planOf = async (eventId: number) =>
  readPlan((await db().event.findUniqueOrThrow({ where: { id: eventId } })).plan);

test("a published event is held again on other days, each with an address and a calendar entry of its own", async () => {
  const { eventId } = await aPublishedEvent();
  expect(await repeat(eventId, DAYS)).toEqual({ ok: true, added: 2 });
  const series = await seriesOf(eventId);
  expect(series.map(({ day, state }) => [day, state])).toEqual([
    ["2027-03-14", "published"],
    ["2027-04-11", "published"],
    ["2027-05-09", "published"],
  ]);
  const next = series[1]?.eventId as number;
  expect((await planOf(next)).startsAt).toEqual(new Date("2027-04-11T05:00:00Z"));
  // Registering opens as long before it as before the first.
  expect((await planOf(next)).opensAt).toEqual(new Date("2027-03-01T01:00:00Z"));
  const rows = await db().event.findMany({
    where: { id: { in: series.map((one) => one.eventId) } },
  });
  expect(new Set(rows.map(({ calendarUid }) => calendarUid)).size).toBe(3);
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(3);
});

test("a day that is taken gets no second one; one that was cancelled can be held again", async () => {
  const { eventId } = await aPublishedEvent();
  await repeat(eventId, DAYS);
  expect(await repeat(eventId, DAYS)).toEqual({ ok: false, refusal: "no-days" });
  const actor = await anOrganiser();
  const second = (await seriesOf(eventId))[1]?.eventId as number;
  await inTransaction((tx) => cancelEventIn(tx, { eventId: second, reason: "Storm.", now }, actor));
  expect(await repeat(eventId, DAYS)).toEqual({ ok: true, added: 1 });
  expect((await seriesOf(eventId)).map(({ state }) => state)).toEqual([
    "published",
    "cancelled",
    "published",
    "published",
  ]);
});

test("a day before the event, and none at all, make no series", async () => {
  const { eventId } = await aPublishedEvent();
  expect(await repeat(eventId, ["2027-03-07"])).toEqual({ ok: false, refusal: "no-days" });
  expect(await seriesOf(eventId)).toEqual([]);
});

test("of a draft there are drafts, once it has a day", async () => {
  const actor = await anOrganiser();
  const dayless = await createDraft(aTypedEvent({ startsAt: "" }), actor);
  expect(await repeat(dayless, DAYS)).toEqual({ ok: false, refusal: "no-day" });
  const eventId = await createDraft(aTypedEvent(), actor);
  await repeat(eventId, DAYS);
  expect((await seriesOf(eventId)).map(({ state }) => state)).toEqual(["draft", "draft", "draft"]);
});

test("what is said of one and those that follow changes no day, and nothing before it", async () => {
  const { eventId } = await aPublishedEvent();
  await repeat(eventId, DAYS);
  const [first, second, third] = await seriesOf(eventId);
  const about = { en: "Bring a hat.", zh: "请带帽子。" };
  const actor = await anOrganiser();
  const plan = { ...(await planOf(second?.eventId as number)), about, limits: [] };
  const changed = await inTransaction((tx) =>
    changeFollowingIn(tx, { eventId: second?.eventId as number, plan, now }, actor),
  );
  expect(changed).toBe(1);
  expect((await planOf(first?.eventId as number)).about).toEqual(aPlan().about);
  expect(await planOf(third?.eventId as number)).toMatchObject({
    about,
    startsAt: new Date("2027-05-09T05:00:00Z"),
    limits: [{ most: 10 }],
  });
});
