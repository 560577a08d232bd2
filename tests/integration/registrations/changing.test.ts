import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { loadCancelTerms } from "#app/modules/registrations/load-cancel-terms.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aContestPlan,
  aLimit,
  aPlan,
  aPublishedEvent,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import {
  aChild,
  anAdult,
  aParty,
  aPartyOf,
  change,
  registered,
  registrationOf,
} from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

type Registered = Awaited<ReturnType<typeof registered>>;

const takenOf = async ({ eventId, plan }: TestEvent) =>
  Object.fromEntries(await loadTaken(db(), eventId, plan.limits));
const pointsOf = (who: Registered, now = WHILE_OPEN) =>
  loadBalance(db(), who.member.accountId, now);
const LATE = new Date("2027-03-12T06:00:00Z");

describe("a party", () => {
  test("takes somebody in: they get a place, and the party pays for them", async () => {
    const price = { kind: "points", points: 100, per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const who = await registered(event, { party: aPartyOf(2) }, await aSaver());
    expect(await change(who, { and: [anAdult()] })).toEqual({ ok: true, waiting: 0 });
    expect(await takenOf(event)).toEqual({ people: 3 });
    expect(await pointsOf(who)).toMatchObject({ available: 700 });
    expect(await change(who, { without: [1, 2] })).toEqual({ ok: true, waiting: 0 });
    expect(await pointsOf(who)).toMatchObject({ available: 900 });
    expect(await takenOf(event)).toEqual({ people: 1 });
  });

  test("brings a child into a full bracket: that child waits, or nothing changes", async () => {
    const event = await aPublishedEvent({ plan: aContestPlan({}, 1) });
    const family = () => aParty({ people: [anAdult({ isMember: true }), aChild()] });
    const who = await registered(event, { party: family() });
    expect(await change(who, { and: [aChild()] })).toEqual({
      ok: false,
      refusal: "full",
      limits: ["little"],
      line: "open",
    });
    expect(await change(who, { and: [aChild()] }, { ifFull: "wait" })).toEqual({
      ok: true,
      waiting: 1,
    });
    expect(await registrationOf(who.registrationId)).toMatchObject({
      state: "registered",
      people: [{ state: "coming" }, { state: "coming" }, { state: "waiting", bracket: "little" }],
      entries: [{ state: "open" }],
    });
    expect(await takenOf(event)).toEqual({ people: 2, little: 1, junior: 0 });
    // Whoever was there comes no more: the other gets the place offered.
    expect(await change(who, { without: [1] })).toMatchObject({ ok: false, refusal: "party" });
  });

  test("that waits does not grow larger than the event: it would wait for nothing", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 2 })] }) });
    await registered(event);
    const who = await registered(event, { party: aPartyOf(2) });
    expect(await change(who, { and: [anAdult()] }, { ifFull: "wait" })).toEqual({
      ok: false,
      refusal: "too-big",
      limits: ["people"],
    });
    expect(await change(who, { without: [1] })).toMatchObject({ ok: true });
  });

  test("changes nothing for who has a place in a full event, whoever waits", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 2 })] }) });
    const who = await registered(event, { party: aPartyOf(2) });
    await registered(event);
    expect(await change(who, {})).toEqual({ ok: true, waiting: 0 });
    expect(await change(who, { without: [1] })).toEqual({ ok: true, waiting: 0 });
    expect(await db().waitlistOffer.count({ where: { eventId: event.eventId } })).toBe(1);
    expect(await takenOf(event)).toEqual({ people: 2 });
  });

  test("moves to another session where that has places", async () => {
    const name = { en: "", zh: "" };
    const { startsAt, endsAt } = aPlan();
    const sessions = ["morning", "afternoon"].map((key) => ({ key, name, startsAt, endsAt }));
    const limits = sessions.map(({ key }) => aLimit({ key, session: key, most: 2 }));
    const event = await aPublishedEvent({ plan: aPlan({ sessions, limits }) });
    const who = await registered(event, { party: aPartyOf(2, { session: "morning" }) });
    expect(await change(who, {}, { session: "afternoon" })).toMatchObject({ ok: true });
    expect(await takenOf(event)).toEqual({ morning: 0, afternoon: 2 });
    const other = await registered(event, { party: aPartyOf(1, { session: "morning" }) });
    expect(await change(other, {}, { session: "afternoon" })).toMatchObject({
      refusal: "full",
      limits: ["afternoon"],
    });
    expect(await takenOf(event)).toEqual({ morning: 1, afternoon: 2 });
  });

  test("is not changed from a tab that shows it as it was", async () => {
    const event = await aPublishedEvent();
    const who = await registered(event);
    const old = Number((await registrationOf(who.registrationId)).steps[0]?.id);
    const inTwoTabs = await Promise.all([
      change(who, { and: [anAdult()] }, { revision: old }),
      change(who, { and: [anAdult()] }, { revision: old }),
    ]);
    expect(inTwoTabs.filter(({ ok }) => ok)).toHaveLength(1);
    expect(inTwoTabs).toContainEqual({ ok: false, refusal: "changed-meanwhile" });
    expect(await takenOf(event)).toEqual({ people: 2 });
  });

  test("is changed once by a form that is sent twice, though its page is out of date by then", async () => {
    const event = await aPublishedEvent();
    const who = await registered(event);
    const old = Number((await registrationOf(who.registrationId)).steps[0]?.id);
    const once = { requestKey: "the form’s", revision: old };
    expect(await change(who, { and: [anAdult()] }, once)).toEqual({ ok: true, waiting: 0 });
    expect(await change(who, { and: [anAdult()] }, once)).toEqual({ ok: true, waiting: 0 });
    expect(await takenOf(event)).toEqual({ people: 2 });
  });

  test("that has left a place which was paid for takes somebody in for it, and nothing comes back", async () => {
    const price = { kind: "points", points: 100, per: "person" } as const;
    const event = await aPublishedEvent({
      plan: aPlan({ price, closesAt: new Date("2027-03-14T04:00:00Z") }),
    });
    const who = await registered(event, { party: aPartyOf(3) }, await aSaver());
    await change(who, { without: [1, 2] }, { now: LATE });
    await change(who, { and: [anAdult()] }, { now: LATE });
    expect(await pointsOf(who, LATE)).toMatchObject({ available: 700 });
    await change(who, { and: [anAdult(), anAdult()] }, { now: LATE });
    expect(await pointsOf(who, LATE)).toMatchObject({ available: 600 });
  });

  test("cannot take in more than its points pay for, and stays as it was", async () => {
    const price = { kind: "points", points: 400, per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const who = await registered(event, { party: aPartyOf(2) }, await aSaver());
    expect(await change(who, { and: [anAdult()] })).toMatchObject({
      refusal: "too-few-points",
      missing: 200,
    });
    expect(await takenOf(event)).toEqual({ people: 2 });
    expect(await pointsOf(who)).toMatchObject({ available: 200 });
  });

  test("can lose somebody, but take nobody in, once registering is over", async () => {
    const price = { kind: "points", points: 100, per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const who = await registered(event, { party: aPartyOf(2) }, await aSaver());
    const now = new Date("2027-03-13T05:00:00Z");
    expect(await change(who, { and: [anAdult()] }, { now })).toMatchObject({ refusal: "closed" });
    // It is late: what was paid for them is kept.
    expect(await change(who, { without: [1] }, { now })).toEqual({ ok: true, waiting: 0 });
    expect(await pointsOf(who, now)).toMatchObject({ available: 800 });
  });
});

describe("cancelling", () => {
  const price = { kind: "deposit", points: 200 } as const;
  const cancel = ({ registrationId, member }: Registered, now: Date) =>
    cancelRegistration({
      registrationId,
      memberId: member.memberId,
      by: member.id,
      reason: null,
      now,
    });
  const termsOf = ({ registrationId }: Registered, now: Date) =>
    loadCancelTerms(db(), registrationId, { byStaff: false, now });

  test("in time gives the deposit back, as the terms said", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const who = await registered(event, {}, await aSaver());
    expect(await termsOf(who, WHILE_OPEN)).toMatchObject({
      pointsBack: 200,
      pointsKept: 0,
      delaysEarlyAccess: false,
      freeBecause: "in-time",
    });
    expect(await cancel(who, WHILE_OPEN)).toEqual({ ok: true, back: "returned" });
    expect(await pointsOf(who)).toMatchObject({ available: 1_000, held: 0 });
  });

  test("late keeps it, as the terms said, and delays early access", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const who = await registered(event, {}, await aSaver());
    expect(await termsOf(who, LATE)).toMatchObject({
      pointsBack: 0,
      pointsKept: 200,
      delaysEarlyAccess: true,
      freeBecause: null,
    });
    expect(await cancel(who, LATE)).toEqual({ ok: true, back: "kept" });
    expect(await pointsOf(who, LATE)).toMatchObject({ available: 800, held: 0 });
    const { memberId } = who.member;
    expect(await db().earlyAccessDelay.count({ where: { memberId } })).toBe(1);
  });

  test("late costs nothing to who only waits", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ price, limits: [aLimit({ most: 1 })] }) });
    await registered(event, {}, await aSaver());
    const who = await registered(event, {}, await aSaver());
    expect(await termsOf(who, LATE)).toMatchObject({ freeBecause: "waiting", pointsKept: 0 });
    expect(await cancel(who, LATE)).toEqual({ ok: true, back: null });
    const { memberId } = who.member;
    expect(await db().earlyAccessDelay.count({ where: { memberId } })).toBe(0);
  });

  test("is not for an event that has begun, nor for somebody else's party", async () => {
    const event = await aPublishedEvent();
    const who = await registered(event);
    const other = { ...who, member: await aSaver() };
    expect(await cancel(other, WHILE_OPEN)).toEqual({
      ok: false,
      refusal: "no-such-registration",
    });
    expect(await cancel(who, event.plan.startsAt)).toEqual({ ok: false, refusal: "begun" });
  });
});
