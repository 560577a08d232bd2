import { expect, test } from "vitest";
import { datesToKeep } from "#app/modules/event-decisions/move-dates.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import { changePlanIn, type PlanChange } from "#app/modules/events/change-event.server.ts";
import { copyEvent } from "#app/modules/events/copy-event.server.ts";
import { createDraft, discardDraft, saveDraft } from "#app/modules/events/keep-draft.server.ts";
import { loadEditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { publishEvent } from "#app/modules/events/publish-event.server.ts";
import { typeEvent } from "#app/modules/events/type-event.ts";
import { emptyEvent, typedFrom } from "#app/modules/events/typed-event.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import {
  aContestPlan,
  anOrganiser,
  aPlan,
  aPublishedEvent,
  aTypedEvent,
  TYPED_HOW,
  WHILE_OPEN,
} from "../../support/events.ts";
import { freshDatabase } from "../../support/fresh-database.ts";

freshDatabase();

const now = new Date("2027-01-15T02:00:00Z");
const eventOf = (id: number) =>
  db().event.findUniqueOrThrow({
    where: { id },
    include: { versions: { orderBy: { version: "asc" } } },
  });
const actionsOf = async (id: number) =>
  (
    await db().auditEntry.findMany({ where: { subject: `event:${id}` }, orderBy: { id: "asc" } })
  ).map(({ action }) => action);
async function change(eventId: number, rest: Partial<PlanChange>) {
  const given = { eventId, plan: aPlan(), revision: null, agreed: [], now: WHILE_OPEN, ...rest };
  const actor = await anOrganiser();
  return inTransaction((tx) => changePlanIn(tx, given, actor));
}

test("a draft is kept unfinished, and published once its checklist is empty", async () => {
  const actor = await anOrganiser();
  const eventId = await createDraft(emptyEvent, actor);
  const early = await publishEvent({ eventId, revision: 1, now }, actor);
  expect(early).toMatchObject({ ok: false, refusal: "unfinished" });

  expect(
    await saveDraft({ eventId, typed: aTypedEvent(), datesBefore: null, revision: 1 }),
  ).toEqual({
    ok: true,
    revision: 2,
  });
  expect(await publishEvent({ eventId, revision: 2, now }, actor)).toEqual({
    ok: true,
    slug: "afternoon-by-the-lake",
  });
  const event = await eventOf(eventId);
  expect(event).toMatchObject({
    state: "published",
    version: 1,
    startsAt: aPlan().startsAt,
    endsAt: aPlan().endsAt,
    publishedAt: now,
    versions: [{ version: 1, moved: [], createdBy: actor.by }],
  });
  expect(event.versions[0]?.plan).toEqual(event.plan);
  expect(await publishEvent({ eventId, revision: null, now }, actor)).toEqual({
    ok: false,
    refusal: "not-a-draft",
  });
  expect(await discardDraft(eventId, actor)).toBe(false);
  expect(await actionsOf(eventId)).toEqual(["event.drafted", "event.published"]);
});

test("two who write one draft: the second is told, and nothing is overwritten", async () => {
  const eventId = await createDraft(emptyEvent, await anOrganiser());
  const save = (titleEn: string) =>
    saveDraft({
      eventId,
      typed: { ...emptyEvent, titleEn },
      datesBefore: null,
      revision: 1,
    });
  const answers = await Promise.all([save("Mine"), save("Yours")]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, refusal: "changed-meanwhile", revision: 2 });
  const kept = typedFrom((await eventOf(eventId)).typed).titleEn;
  expect(kept).toBe(answers[0]?.ok ? "Mine" : "Yours");
  // The same once more, as a form that is sent twice.
  expect(await save(kept)).toEqual({ ok: true, revision: 2 });
});

test("a form with rows that is sent twice is no conflict, though the database keeps rows in its own order", async () => {
  const eventId = await createDraft(emptyEvent, await anOrganiser());
  const typed = typeEvent(aContestPlan(), TYPED_HOW);
  for (const _time of ["once", "twice"]) {
    expect(await saveDraft({ eventId, typed, datesBefore: null, revision: 1 })).toEqual({
      ok: true,
      revision: 2,
    });
  }
});

test("an event that has begun is not published", async () => {
  const actor = await anOrganiser();
  const eventId = await createDraft(aTypedEvent(), actor);
  const answer = await publishEvent({ eventId, revision: 1, now: aPlan().startsAt }, actor);
  expect(answer).toMatchObject({ refusal: "unfinished", issues: { startsAt: "begun" } });
});

test("two events of one title have two addresses", async () => {
  const actor = await anOrganiser();
  const slugs = [];
  for (const startsAt of ["2027-03-14T13:00", "2027-03-14T13:30"]) {
    const typed = aTypedEvent({ startsAt, titleEn: "Twice" });
    const eventId = await createDraft(typed, actor);
    slugs.push(await publishEvent({ eventId, revision: null, now }, actor));
  }
  expect(slugs).toEqual([
    { ok: true, slug: "twice" },
    { ok: true, slug: "twice-2027-03-14" },
  ]);
});

test("words of a published event change at once; what people registered for, when it was seen", async () => {
  const { eventId } = await aPublishedEvent();
  const about = { en: "Bring a hat.", zh: "请带帽子。" };
  expect(await change(eventId, { plan: aPlan({ about }) })).toEqual({
    ok: true,
    changed: true,
    moved: [],
  });
  const place = { en: "First floor", zh: "二楼" };
  const moved = aPlan({ about, place });
  expect(await change(eventId, { plan: moved, agreed: ["time"] })).toEqual({
    ok: false,
    refusal: "to-agree",
    moved: ["place"],
  });
  expect(await change(eventId, { plan: moved, revision: 1, agreed: ["place"] })).toEqual({
    ok: false,
    refusal: "changed-meanwhile",
  });
  expect(await change(eventId, { plan: moved, revision: 2, agreed: ["place"] })).toEqual({
    ok: true,
    changed: true,
    moved: ["place"],
  });
  expect(await change(eventId, { plan: moved })).toEqual({ ok: true, changed: false, moved: [] });
  const { version, versions } = await eventOf(eventId);
  expect([version, versions.map((each) => each.moved)]).toEqual([3, [[], [], ["place"]]]);
});

test("a cancelled event keeps its plan and its reason, and changes no more", async () => {
  const { eventId } = await aPublishedEvent();
  const actor = await anOrganiser();
  const cancel = (reason: string) =>
    inTransaction((tx) => cancelEventIn(tx, { eventId, reason, now: WHILE_OPEN }, actor));
  expect(await cancel("Storm.")).toEqual({ ok: true });
  // The same form again is answered alike, and what was said stays.
  expect(await cancel("Snow.")).toEqual({ ok: true });
  expect(await eventOf(eventId)).toMatchObject({
    state: "cancelled",
    cancelReason: "Storm.",
    cancelledAt: WHILE_OPEN,
    version: 1,
  });
  expect(await change(eventId, {})).toEqual({ ok: false, refusal: "not-published" });
});

test("what is over is not cancelled, nor moved", async () => {
  const { eventId } = await aPublishedEvent();
  const actor = await anOrganiser();
  const { endsAt } = aPlan();
  const late = { eventId, reason: "Storm.", now: endsAt };
  expect(await inTransaction((tx) => cancelEventIn(tx, late, actor))).toEqual({
    ok: false,
    refusal: "over",
  });
  const place = { en: "First floor", zh: "二楼" };
  expect(await change(eventId, { plan: aPlan({ place }), agreed: ["place"], now: endsAt })).toEqual(
    { ok: false, refusal: "over" },
  );
});

test("a copy knows the days of the event that it was made from, and a published event its own", async () => {
  const { eventId } = await aPublishedEvent();
  const copy = (await copyEvent(eventId, await anOrganiser())) as number;
  const { startsAt, closesAt } = aTypedEvent();
  const datesOf = async (id: number) => (await loadEditedEvent(db(), id))?.datesBefore;
  expect(await datesOf(eventId)).toMatchObject({ startsAt, closesAt, fills: false });
  const dates = await datesOf(copy);
  expect(dates).toMatchObject({ startsAt, closesAt, fills: true });
  const { typed } = await eventOf(copy);
  const typedOn = { ...typedFrom(typed), startsAt: "2027-06-05T13:00" };
  const datesBefore = datesToKeep(dates ?? null, typedOn);
  await saveDraft({ eventId: copy, typed: typedOn, datesBefore, revision: 1 });
  expect(await datesOf(copy)).toEqual(dates);
});

test("a copy is a draft with all but the days", async () => {
  const { eventId } = await aPublishedEvent({ plan: aContestPlan() });
  const copy = await copyEvent(eventId, await anOrganiser());
  const { state, typed, slug } = await eventOf(copy as number);
  expect(state).toBe("draft");
  expect(slug).toMatch(/^draft-/);
  const { startsAt, titleZh, brackets, limits } = typedFrom(typed);
  expect({ startsAt, titleZh, brackets: brackets.length, limits: limits.length }).toEqual({
    startsAt: "",
    titleZh: "我眼中的爱车",
    brackets: 2,
    limits: 3,
  });
  expect(await copyEvent(999_999, await anOrganiser())).toBeNull();
});
