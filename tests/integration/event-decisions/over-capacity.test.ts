import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { decideOver } from "#app/modules/event-decisions/decide-over.server.ts";
import { loadOver, loadOverPage } from "#app/modules/event-decisions/load-over.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aLimit,
  anOrganiser,
  aPlan,
  aPublishedEvent,
  changedPlan,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import { aPerson } from "../../support/people.ts";
import { aPartyOf, registered, registrationOf } from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

const price = { kind: "points", points: 100, per: "party" } as const;
const limits = (most: number) => [aLimit({ most })];

/** Three parties of one, two and one; then there is room for two people. */
async function anEventOverCapacity() {
  const event = await aPublishedEvent({ plan: aPlan({ price, limits: limits(4) }) });
  const first = await registered(event, {}, await aSaver());
  const second = await registered(event, { party: aPartyOf(2) }, await aSaver());
  const third = await registered(event, {}, await aSaver());
  await changedPlan(event, { limits: limits(2) });
  return { event, first, second, third };
}

const undecided = async ({ eventId }: TestEvent, most = 2) =>
  (await loadOver(db(), eventId, limits(most))).map(({ over, parties }) => [over, parties]);

const decide = async (
  { eventId }: TestEvent,
  registrationId: number,
  decision: "stay" | "out",
  by?: number,
) => {
  const organiser = await anOrganiser();
  const reason = "The smaller room";
  const actor = { ...organiser, by: by ?? organiser.by };
  return decideOver({ eventId, registrationId, decision, reason, now: WHILE_OPEN }, actor);
};

test("who came in last is over, and a party that stays is over no more, by name and reason", async () => {
  const { event, second, third } = await anEventOverCapacity();
  expect(await undecided(event)).toEqual([[2, [third.registrationId, second.registrationId]]]);
  expect(await loadOverPage(db(), event.eventId, WHILE_OPEN)).toMatchObject({
    parties: [
      { id: third.registrationId, limits: ["people"] },
      { id: second.registrationId, people: [{}, {}] },
    ],
  });
  const letters = () => db().mail.count({ where: { personId: third.member.id } });
  const before = await letters();
  expect(await decide(event, third.registrationId, "stay")).toEqual({ ok: true });
  expect(await decide(event, third.registrationId, "stay")).toEqual({ ok: true });
  const { by } = await anOrganiser();
  const kept = await registrationOf(third.registrationId);
  expect(kept).toMatchObject({ state: "registered", overBy: by, overReason: "The smaller room" });
  expect(kept.steps.map(({ step }) => step)).toEqual(["registered", "kept-over"]);
  expect(await letters()).toBe(before);
  expect(await undecided(event)).toEqual([[1, [second.registrationId]]]);
});

test("a party that is taken out gets everything back, however late, and is told why", async () => {
  const { event, third } = await anEventOverCapacity();
  const late = new Date(event.plan.freeUntil.getTime() + 3600_000);
  const { eventId } = event;
  const out = { eventId, registrationId: third.registrationId, decision: "out" } as const;
  const answer = await decideOver(
    { ...out, reason: "The smaller room", now: late },
    await anOrganiser(),
  );
  expect(answer).toEqual({ ok: true });
  expect((await loadBalance(db(), third.member.accountId, late)).available).toBe(1_000);
  const [letter] = await db().mail.findMany({
    where: { personId: third.member.id },
    orderBy: { id: "desc" },
  });
  expect(letter?.props).toMatchObject({
    step: "cancelled",
    back: "returned",
    reason: "The smaller room",
  });
  expect(await db().earlyAccessDelay.count()).toBe(0);
});

test("of two who decide otherwise at once one is told, and what the other decided holds", async () => {
  const { event, third } = await anEventOverCapacity();
  const { id } = await aPerson({ roles: ["events"] });
  const answers = await Promise.all([
    decide(event, third.registrationId, "stay"),
    decide(event, third.registrationId, "out", id),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "decided" });
  const { state, overBy } = await registrationOf(third.registrationId);
  expect(answers[0]?.ok ? ["registered", true] : ["cancelled", false]).toEqual([
    state,
    overBy !== null,
  ]);
});

test("nobody is decided about who is not over, nor by the page of another event", async () => {
  const { event, first, third } = await anEventOverCapacity();
  expect(await decide(event, first.registrationId, "out")).toEqual({
    ok: false,
    refusal: "not-over",
  });
  const other = await aPublishedEvent();
  expect(await decide(other, third.registrationId, "out")).toEqual({
    ok: false,
    refusal: "no-such-party",
  });
  expect(await registrationOf(third.registrationId)).toMatchObject({ state: "registered" });
});

test("a party that waited came in when it got its places", async () => {
  const event = await aPublishedEvent({ plan: aPlan({ limits: limits(1) }) });
  await registered(event);
  const waited = await registered(event);
  await changedPlan(event, { limits: limits(3) });
  const late = await registered(event);
  const [entry] = (await registrationOf(waited.registrationId)).entries;
  await answerOffer({
    registrationId: waited.registrationId,
    memberId: waited.member.memberId,
    offerId: entry?.offers[0]?.id ?? 0,
    answer: "yes",
    by: waited.member.id,
    now: WHILE_OPEN,
  });
  await changedPlan(event, { limits: limits(2) });
  expect(await undecided(event)).toEqual([[1, [waited.registrationId]]]);
  expect(await registrationOf(late.registrationId)).toMatchObject({ state: "registered" });
});
