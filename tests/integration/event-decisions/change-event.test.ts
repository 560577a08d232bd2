import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { changeEvent } from "#app/modules/event-decisions/change-event.server.ts";
import { CANCELLED, type HomeDecision } from "#app/modules/event-decisions/change-meaning.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { agreeToChange } from "#app/modules/registrations/agree-to-change.server.ts";
import { changeParty } from "#app/modules/registrations/change-party.server.ts";
import { loadCancelTerms } from "#app/modules/registrations/load-cancel-terms.server.ts";
import { loadOwnRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import { loadPartyToChange } from "#app/modules/registrations/load-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aContestPlan,
  aLimit,
  anOrganiser,
  aPlan,
  aPublishedEvent,
  EVENT_STARTS,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import {
  aChild,
  anAdult,
  aParty,
  aPartyOf,
  register,
  registered,
  registrationOf,
} from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

type Registered = Awaited<ReturnType<typeof registered>>;

const HOUR = 3600_000;
const at = (hours: number) => new Date(EVENT_STARTS.getTime() + hours * HOUR);
const aSession = (key: string, from: number) => ({
  key,
  name: { en: key, zh: key },
  startsAt: at(from),
  endsAt: at(from + 1),
});
const early = aSession("early", 0);
const late = aSession("late", 1);
const ofLate = (most: number) => aLimit({ key: "late", session: "late", most });

/** Two sessions, of which the second has so many places; coming costs 100 points. */
const aDayOfTwo = (places: number) =>
  aPublishedEvent({
    plan: aPlan({
      sessions: [early, late],
      limits: [ofLate(places), aLimit({ key: "early", session: "early", most: 4 })],
      price: { kind: "points", points: 100, per: "party" },
    }),
  });

const inSession = async (event: TestEvent, session: string, adults = 1) =>
  registered(event, { party: aPartyOf(adults, { session }) }, await aSaver());

/** Saves an event's form with the first session taken out. */
const save = async (
  { eventId, plan }: TestEvent,
  to: Partial<EventPlan>,
  said: { homes?: HomeDecision[]; unplaced?: number[]; agreed?: "time"[] } = {},
) =>
  changeEvent(
    {
      eventId,
      plan: { ...plan, ...to },
      revision: null,
      agreed: said.agreed ?? ["time"],
      homes: said.homes ?? [],
      unplaced: said.unplaced ?? [],
      following: false,
      now: WHILE_OPEN,
    },
    await anOrganiser(),
  );
const withoutEarly = (event: TestEvent, to: string | null, reason = "") =>
  save(
    event,
    { sessions: [late], limits: event.plan.limits.slice(0, 1) },
    { homes: to === null ? [] : [{ session: "early", to, reason }] },
  );

const sessionsOf = async ({ eventId }: TestEvent) =>
  readPlan((await db().event.findUniqueOrThrow({ where: { id: eventId } })).plan).sessions.map(
    ({ key }) => key,
  );
const lastLetter = async ({ member }: Registered) => {
  const where = { personId: member.id };
  return (await db().mail.findFirst({ where, orderBy: { id: "desc" } }))?.props;
};

describe("a session that is taken out although parties are in it", () => {
  test("is not, before it is said where they go", async () => {
    const event = await aDayOfTwo(2);
    await inSession(event, "early", 2);
    await inSession(event, "late");
    const answer = await withoutEarly(event, null);
    expect(answer).toMatchObject({
      refusal: "to-agree",
      moved: ["time"],
      homeless: [{ session: "early", parties: 1, waiting: 0, homes: [{ to: "late", over: 1 }] }],
    });
    expect(await sessionsOf(event)).toEqual(["early", "late"]);
  });

  test("gives them places in another one where there is room, and tells them its time", async () => {
    const event = await aDayOfTwo(3);
    const who = await inSession(event, "early", 2);
    expect(await withoutEarly(event, "late")).toMatchObject({ ok: true, changed: true });
    expect(await registrationOf(who.registrationId)).toMatchObject({
      state: "registered",
      session: "late",
      overBy: null,
    });
    expect(await lastLetter(who)).toMatchObject({
      step: "moved",
      moved: ["time"],
      startsAt: late.startsAt.toISOString(),
    });
  });

  test("gives them places over capacity only for a reason, which is kept", async () => {
    const event = await aDayOfTwo(2);
    const who = await inSession(event, "early", 2);
    const there = await inSession(event, "late");
    expect(await withoutEarly(event, "late")).toMatchObject({ homeless: [{ problem: "reason" }] });
    expect(await registrationOf(who.registrationId)).toMatchObject({ session: "early" });
    expect(await withoutEarly(event, "late", "One more bench")).toMatchObject({ ok: true });
    const { by } = await anOrganiser();
    expect(await registrationOf(who.registrationId)).toMatchObject({
      session: "late",
      overBy: by,
      overReason: "One more bench",
    });
    expect(await registrationOf(there.registrationId)).toMatchObject({ overBy: null });
  });

  test("or cancels them, who get everything back and read why; those who waited too", async () => {
    const event = await aDayOfTwo(3);
    const who = await inSession(event, "early", 4);
    const waits = await inSession(event, "early", 2);
    expect(waits.state).toBe("waiting");
    expect(await withoutEarly(event, CANCELLED)).toMatchObject({
      homeless: [{ problem: "reason" }],
    });
    expect(await withoutEarly(event, CANCELLED, "No trainer")).toMatchObject({ ok: true });
    for (const { registrationId } of [who, waits]) {
      expect(await registrationOf(registrationId)).toMatchObject({ state: "cancelled" });
    }
    expect((await loadBalance(db(), who.member.accountId, WHILE_OPEN)).available).toBe(1_000);
    expect(await lastLetter(who)).toMatchObject({ step: "cancelled", reason: "No trainer" });
  });

  test("does not go to one of another day", async () => {
    const plan = aPlan({ sessions: [early, aSession("next", 24)], endsAt: at(25), limits: [] });
    const event = await aPublishedEvent({ plan });
    await inSession(event, "early");
    const homes = [{ session: "early", to: "next", reason: "It rains" }];
    expect(await save(event, { sessions: plan.sessions.slice(1) }, { homes })).toMatchObject({
      homeless: [{ homes: [], problem: "choose" }],
    });
  });
});

describe("a session that moves", () => {
  const tooLate = (event: TestEvent) => new Date(event.plan.freeUntil.getTime() + HOUR);
  const termsOf = (event: TestEvent, { registrationId }: Registered) =>
    loadCancelTerms(db(), registrationId, { byStaff: false, now: tooLate(event) });

  test("is told to who comes to it, who may leave free; the others come as before", async () => {
    const event = await aDayOfTwo(4);
    const [stays, moves] = [await inSession(event, "early"), await inSession(event, "late")];
    const sessions = [early, { ...late, endsAt: at(1.5) }];
    const asked = await save(event, { sessions }, { agreed: [] });
    expect(asked).toMatchObject({ refusal: "to-agree", moved: ["time"], concerned: 1 });
    expect(await save(event, { sessions })).toMatchObject({ ok: true });
    expect(await lastLetter(moves)).toMatchObject({ step: "moved", moved: ["time"] });
    expect(await lastLetter(stays)).toMatchObject({ step: "registered" });
    expect(await termsOf(event, moves)).toMatchObject({ freeBecause: "event-moved" });
    expect(await termsOf(event, stays)).toMatchObject({ freeBecause: null, pointsKept: 100 });
    const { registrationId, member } = stays;
    const own = await loadOwnRegistration(db(), registrationId, member.memberId, "en", WHILE_OPEN);
    expect(own?.moved).toBeNull();
  });

  test("keeps nobody from registering who has read of another one", async () => {
    const event = await aDayOfTwo(4);
    await save(event, { sessions: [early, { ...late, endsAt: at(1.5) }] });
    const to = async (session: string) =>
      register(event, await aSaver(), { party: aPartyOf(1, { session }), seenVersion: 1 });
    expect(await to("early")).toMatchObject({ ok: true });
    expect(await to("late")).toMatchObject({ refusal: "event-changed", moved: ["time"] });
  });

  test("as one that is taken out: who is given another may leave free until they agree, who was there is not told", async () => {
    const event = await aDayOfTwo(3);
    const [who, there] = [await inSession(event, "early"), await inSession(event, "late")];
    await withoutEarly(event, "late");
    expect(await lastLetter(there)).toMatchObject({ step: "registered" });
    expect(await termsOf(event, there)).toMatchObject({ freeBecause: null });
    expect(await termsOf(event, who)).toMatchObject({ freeBecause: "event-moved" });
    const { registrationId, member } = who;
    const agreeing = { registrationId, memberId: member.memberId, by: member.id, seenVersion: 2 };
    expect(await agreeToChange(agreeing)).toEqual({ ok: true });
    expect(await termsOf(event, who)).toMatchObject({ freeBecause: null });
  });
});

describe("age groups that change so that a child fits none any more", () => {
  const grown = (event: TestEvent) => ({
    brackets: event.plan.brackets.slice(1),
    limits: event.plan.limits.filter(({ bracket }) => bracket !== "little"),
  });

  async function anUnplacedChild() {
    const event = await aPublishedEvent({
      plan: aContestPlan({ price: { kind: "points", points: 100, per: "party" } }),
    });
    const me = anAdult({ isMember: true });
    const child = aChild();
    const who = await registered(event, { party: aParty({ people: [me, child] }) }, await aSaver());
    const { people } = await registrationOf(who.registrationId);
    return { event, who, me, child, personIds: people.map(({ id }) => id) };
  }

  test("are named before they are saved, and saved once these children have been seen", async () => {
    const { event, who, child, personIds } = await anUnplacedChild();
    expect(await save(event, grown(event))).toMatchObject({
      refusal: "to-agree",
      unplaced: [{ personId: personIds[1], name: child.name, age: 7 }],
    });
    const saved = await save(event, grown(event), { unplaced: personIds });
    expect(saved).toMatchObject({ ok: true, changed: true });
    expect(await lastLetter(who)).toMatchObject({ step: "moved", moved: ["ages"] });
    expect((await registrationOf(who.registrationId)).people).toMatchObject([
      {},
      { state: "coming", bracket: null },
    ]);
  });

  test("let the party out free, however late, and let it change", async () => {
    const { event, who, me, child, personIds } = await anUnplacedChild();
    await save(event, grown(event), { unplaced: personIds });
    const { registrationId, member } = who;
    const tooLate = new Date(event.plan.freeUntil.getTime() + HOUR);
    const terms = await loadCancelTerms(db(), registrationId, { byStaff: false, now: tooLate });
    expect(terms).toMatchObject({ freeBecause: "event-moved", pointsBack: 100 });
    const own = await loadOwnRegistration(db(), registrationId, member.memberId, "en", WHILE_OPEN);
    expect(own?.people).toMatchObject([{ isUnplaced: false }, { isUnplaced: true }]);
    const { revision = 0 } = (await loadPartyToChange(db(), registrationId, member.memberId)) ?? {};
    const change = (people: Parameters<typeof changeParty>[0]["party"]["people"]) =>
      changeParty({
        registrationId,
        memberId: member.memberId,
        party: { ...aParty(), people },
        revision,
        ifFull: "refuse",
        requestKey: null,
        by: member.id,
        now: WHILE_OPEN,
      });
    const known = [me, child].map((person, place) => ({ ...person, id: personIds[place] ?? null }));
    // Another child of that age cannot join.
    expect(await change([...known, { ...aChild(), id: null }])).toMatchObject({
      problems: [{ path: ["people", 2, "birthDate"], problem: "no-bracket", age: 7 }],
    });
    expect(await change([...known, { ...anAdult(), id: null }])).toEqual({ ok: true, waiting: 0 });
    expect((await registrationOf(registrationId)).people[1]).toMatchObject({
      state: "coming",
      bracket: null,
    });
  });

  test("write to nobody of whom every child still fits", async () => {
    const { event, personIds } = await anUnplacedChild();
    const people = [anAdult({ isMember: true }), aChild({ birthDate: "2017-08-01" })];
    const other = await registered(event, { party: aParty({ people }) }, await aSaver());
    await save(event, grown(event), { unplaced: personIds });
    expect(await lastLetter(other)).toMatchObject({ step: "registered" });
    const late = new Date(event.plan.freeUntil.getTime() + HOUR);
    expect(
      await loadCancelTerms(db(), other.registrationId, { byStaff: false, now: late }),
    ).toMatchObject({ freeBecause: null });
  });
});
