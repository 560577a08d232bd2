import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aContestPlan, aLimit, aPlan, aPublishedEvent, WHILE_OPEN } from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import { aMember } from "../../support/people.ts";
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

const balanceOf = (accountId: number) => loadBalance(db(), accountId, WHILE_OPEN);

test("a party gets its places, its code and its letter", async () => {
  const event = await aPublishedEvent({ plan: aContestPlan() });
  const party = aParty({
    people: [anAdult({ isMember: true }), aChild({ allergies: "nuts" })],
    phone: "+8613912345678",
  });
  const { registrationId, state, member } = await registered(event, { party });
  expect(state).toBe("registered");
  const kept = await registrationOf(registrationId);
  expect(kept).toMatchObject({
    state: "registered",
    eventVersion: 1,
    code: expect.stringMatching(/^[0-9A-Z]{6}$/),
    token: expect.stringMatching(/^[0-9a-f]{32}$/),
    people: [
      { role: "adult", state: "coming", bracket: null },
      { role: "child", state: "coming", bracket: "little" },
    ],
    steps: [{ step: "registered", createdBy: member.id }],
    entries: [],
  });
  expect(kept.care?.allergies).toEqual({ [String(kept.people[1]?.id)]: "nuts" });
  const letters = await db().mail.findMany({ where: { personId: member.id } });
  expect(letters).toMatchObject([
    { template: "registration-step", props: { step: "registered", code: kept.code, coming: 2 } },
  ]);
  expect(Object.fromEntries(await loadTaken(db(), event.eventId, event.plan.limits))).toEqual({
    people: 2,
    little: 1,
    junior: 0,
  });
});

test("sent twice, a form registers once, also where both come at the same moment", async () => {
  const event = await aPublishedEvent();
  const member = await aMember();
  const requestKey = randomUUID();
  const answers = await Promise.all([
    register(event, member, { requestKey }),
    register(event, member, { requestKey }),
  ]);
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ ok: true, state: "registered" });
  expect(await register(event, member, { requestKey })).toEqual(answers[0]);
  expect(await db().registration.count({ where: { memberId: member.memberId } })).toBe(1);
  expect(await register(event, member)).toMatchObject({ refusal: "already-registered" });
});

test("a form's key is about one event: sent for another it finds nothing of the first", async () => {
  const [one, other] = [await aPublishedEvent(), await aPublishedEvent()];
  const member = await aMember();
  const requestKey = randomUUID();
  const first = await register(one, member, { requestKey });
  const second = await register(other, member, { requestKey });
  expect(second).toMatchObject({ ok: true, state: "registered" });
  expect(second).not.toEqual(first);
});

describe("where it is full", () => {
  test("whoever does not want to wait is told, and nothing of theirs is kept", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 3 })] }) });
    await registered(event, { party: aPartyOf(2) });
    const member = await aMember();
    expect(await register(event, member, { party: aPartyOf(2), ifFull: "refuse" })).toEqual({
      ok: false,
      refusal: "full",
      limits: ["people"],
      waiting: 0,
      line: "open",
    });
    await registered(event, { party: aPartyOf(2) });
    expect(await register(event, member, { party: aPartyOf(3), ifFull: "refuse" })).toMatchObject({
      refusal: "full",
      waiting: 1,
    });
    expect(await db().registration.count({ where: { memberId: member.memberId } })).toBe(0);
  });

  test("a party waits as a whole, pays nothing, and takes no place", async () => {
    const price = { kind: "points", points: 100, per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 3 })], price }) });
    const [first, second] = [await aSaver(1_000), await aSaver(1_000)];
    await registered(event, { party: aPartyOf(2) }, first);
    const { registrationId, state } = await registered(event, { party: aPartyOf(2) }, second);
    expect(state).toBe("waiting");
    expect(await registrationOf(registrationId)).toMatchObject({
      points: 0,
      people: [{ state: "waiting" }, { state: "waiting" }],
      entries: [{ state: "open", passed: 0 }],
    });
    expect((await balanceOf(first.accountId)).available).toBe(800);
    expect((await balanceOf(second.accountId)).available).toBe(1_000);
    expect((await loadTaken(db(), event.eventId, event.plan.limits)).get("people")).toBe(2);
  });

  test("who comes later does not get a place that somebody waits for", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 3 })] }) });
    await registered(event, { party: aPartyOf(2) });
    await registered(event, { party: aPartyOf(2) });
    expect((await registered(event)).state).toBe("waiting");
  });

  test("but one that they cannot use", async () => {
    const plan = aContestPlan({}, 1);
    const event = await aPublishedEvent({ plan });
    const [little, junior] = [() => aChild(), () => aChild({ birthDate: "2017-05-05" })];
    const withChild = (child: ReturnType<typeof aChild>) =>
      aParty({ people: [anAdult({ isMember: true }), child] });
    await registered(event, { party: withChild(little()) });
    expect((await registered(event, { party: withChild(little()) })).state).toBe("waiting");
    expect((await registered(event, { party: withChild(junior()) })).state).toBe("registered");
  });

  test("a party that would never fit does not wait in vain", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 1 })] }) });
    expect(await register(event, await aMember(), { party: aPartyOf(2) })).toMatchObject({
      refusal: "too-big",
      limits: ["people"],
    });
  });
});

test("who joins the line while there is room for them, but others are before them, is offered it at once", async () => {
  const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 6 })] }) });
  await registered(event, { party: aPartyOf(4) });
  await registered(event, { party: aPartyOf(3) });
  const smaller = await registered(event, { party: aPartyOf(2) });
  expect(smaller.state).toBe("waiting");
  const { entries } = await registrationOf(smaller.registrationId);
  expect(entries[0]?.offers).toMatchObject([{ state: "open", fewer: false }]);
});

describe("what it costs", () => {
  test("a deposit is held until after the event, and is not spent", async () => {
    const plan = aPlan({ price: { kind: "deposit", points: 200 } });
    const event = await aPublishedEvent({ plan });
    const member = await aSaver(500);
    const { registrationId } = await registered(event, { party: aPartyOf(3) }, member);
    expect(await registrationOf(registrationId)).toMatchObject({ points: 200, entryId: null });
    expect(await balanceOf(member.accountId)).toMatchObject({ available: 300, held: 200 });
  });

  test("too few points leave nothing behind", async () => {
    const plan = aPlan({ price: { kind: "points", points: 800, per: "party" } });
    const event = await aPublishedEvent({ plan });
    const member = await aSaver(700);
    expect(await register(event, member)).toEqual({
      ok: false,
      refusal: "too-few-points",
      missing: 100,
    });
    expect(await db().registration.count({ where: { eventId: event.eventId } })).toBe(0);
  });

  test("money is owed at once, and kept for a day", async () => {
    const price = { kind: "money", minor: 38_000, currency: "CNY", per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const { registrationId } = await registered(event, { party: aPartyOf(2) });
    const { paymentId } = await registrationOf(registrationId);
    expect(await db().payment.findUnique({ where: { id: paymentId ?? 0 } })).toMatchObject({
      purpose: "event",
      reference: String(registrationId),
      amountMinor: 76_000n,
      state: "open",
      dueUntil: new Date(WHILE_OPEN.getTime() + 24 * 3600_000),
    });
  });

  test("a price that changed since it was read is told before it is paid", async () => {
    const plan = aPlan({ price: { kind: "points", points: 800, per: "party" } });
    const event = await aPublishedEvent({ plan });
    const seenPrice = { kind: "points", points: 500, per: "party" } as const;
    expect(await register(event, await aSaver(1_000), { seenPrice })).toMatchObject({
      refusal: "price-changed",
      price: plan.price,
    });
  });
});

test("a child whom the other guardian registered is noticed, and nothing else is told", async () => {
  const event = await aPublishedEvent({ plan: aContestPlan() });
  const child = aChild({ name: "Lin Xiaoyu", birthDate: "2018-02-03" });
  await registered(event, { party: aParty({ people: [anAdult({ isMember: true }), child] }) });
  const again = { ...child, name: " lin xiao yu" };
  const party = aParty({ people: [anAdult({ isMember: true }), aChild(), again] });
  const member = await aMember();
  expect(await register(event, member, { party })).toEqual({
    ok: false,
    refusal: "child-registered",
    people: [2],
  });
  const atDesk = { party, source: "desk", sameChild: "allow" } as const;
  expect(await register(event, member, atDesk)).toMatchObject({ ok: true, state: "registered" });
});

test("staff let somebody in over capacity, by name and reason", async () => {
  const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 1 })] }) });
  await registered(event);
  const over = { by: (await aMember()).id, reason: "The mayor's daughter" };
  const { registrationId, state } = await registered(event, { over, source: "desk" });
  expect(state).toBe("registered");
  expect(await registrationOf(registrationId)).toMatchObject({ overReason: over.reason });
});

test("somebody who walks in and is not in the club takes a place, and no letter", async () => {
  const event = await aPublishedEvent({
    plan: aPlan({ eligible: { ...aPlan().eligible, goldOnly: true } }),
  });
  const answer = await register(event, await aMember(), { memberId: null, source: "walk-in" });
  expect(answer).toMatchObject({ ok: true, state: "registered" });
  expect(await db().mail.count({ where: { template: "registration-step", personId: null } })).toBe(
    0,
  );
  expect((await loadTaken(db(), event.eventId, event.plan.limits)).get("people")).toBe(1);
});
