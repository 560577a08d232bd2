import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { leaveLine } from "#app/modules/registrations/leave-line.server.ts";
import { letInOver } from "#app/modules/registrations/let-in-over.server.ts";
import { tendLines } from "#app/modules/registrations/tend-lines.server.ts";
import { loadLinePlaces } from "#app/modules/seats/load-line-place.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aLimit,
  aPlan,
  aPublishedEvent,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import {
  anAdult,
  aParty,
  aPartyOf,
  registered,
  registrationOf,
} from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

type Registered = Awaited<ReturnType<typeof registered>>;

const hours = (count: number) => new Date(WHILE_OPEN.getTime() + count * 3600_000);
const takenOf = async ({ eventId, plan }: TestEvent) =>
  (await loadTaken(db(), eventId, plan.limits)).get("people");
const cancel = ({ registrationId, member }: Registered, now = hours(1)) =>
  cancelRegistration({
    registrationId,
    memberId: member.memberId,
    by: member.id,
    reason: null,
    now,
  });
const offerOf = async ({ registrationId }: Registered) =>
  (await registrationOf(registrationId)).entries.at(-1)?.offers.at(-1);
const answer = async (
  who: Registered,
  said: "yes" | "yes-fewer" | "no",
  now = hours(2),
  offerId?: number,
) =>
  answerOffer({
    registrationId: who.registrationId,
    memberId: who.member.memberId,
    offerId: offerId ?? (await offerOf(who))?.id ?? 0,
    answer: said,
    by: who.member.id,
    now,
  });
const lettersOf = async ({ member }: Registered) =>
  (await db().mail.findMany({ where: { personId: member.id }, orderBy: { id: "asc" } })).map(
    ({ props }) => (props as { step: string }).step,
  );

/** An event of so many places, all of them taken by one party, and others who wait. */
async function aFullEvent(most: number, waiting: readonly number[], plan = {}) {
  const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most })], ...plan }) });
  const first = await registered(event, { party: aPartyOf(most) }, await aSaver());
  const line: Registered[] = [];
  for (const people of waiting) {
    line.push(await registered(event, { party: aPartyOf(people) }, await aSaver()));
  }
  const [second, third] = line as [Registered, Registered];
  return { event, first, second, third };
}

test("a cancellation offers its places to the first who fits, and holds them", async () => {
  const { event, first, second, third } = await aFullEvent(3, [2, 2]);
  expect(await cancel(first)).toEqual({ ok: true, back: null });
  expect(await offerOf(second)).toMatchObject({ state: "open", fewer: false, endsAt: hours(25) });
  expect(await offerOf(third)).toBeUndefined();
  expect(await takenOf(event)).toBe(2);
  expect(await lettersOf(second)).toEqual(["waiting", "offered"]);
  // Done again it changes nothing.
  expect(await cancel(first)).toEqual({ ok: true, back: null });
  expect(
    await db().registrationStep.count({ where: { registrationId: first.registrationId } }),
  ).toBe(2);
});

describe("an offer", () => {
  test("that is accepted gives the places at the price of joining, once, from two devices", async () => {
    const price = { kind: "points", points: 100, per: "person" } as const;
    const { event, first, second } = await aFullEvent(3, [2], { price });
    await cancel(first);
    // It costs more by now.
    const dearer = { ...event.plan, price: { ...price, points: 400 } };
    await db().event.update({
      where: { id: event.eventId },
      data: { plan: JSON.parse(JSON.stringify(dearer)), version: 2 },
    });
    const answers = await Promise.all([answer(second, "yes"), answer(second, "yes")]);
    expect(answers).toEqual([
      { ok: true, answer: "yes" },
      { ok: true, answer: "yes" },
    ]);
    expect(await registrationOf(second.registrationId)).toMatchObject({
      state: "registered",
      points: 200,
      entries: [{ state: "done", offers: [{ state: "accepted" }] }],
    });
    expect((await loadBalance(db(), second.member.accountId, hours(2))).available).toBe(800);
    expect(await lettersOf(second)).toEqual(["waiting", "offered", "registered"]);
  });

  test("that is declined moves on in the same moment", async () => {
    const { event, first, second, third } = await aFullEvent(2, [2, 2]);
    await cancel(first);
    expect(await answer(second, "no")).toEqual({ ok: true, answer: "no" });
    expect(await registrationOf(second.registrationId)).toMatchObject({ state: "left" });
    expect(await offerOf(third)).toMatchObject({ state: "open" });
    expect(await takenOf(event)).toBe(2);
  });

  test("ends in its last instant: a yes comes too late, and the places have gone on", async () => {
    const { first, second, third } = await aFullEvent(2, [2, 2]);
    await cancel(first);
    expect(await answer(second, "yes", hours(25))).toEqual({
      ok: false,
      refusal: "offer-ended",
      state: "expired",
    });
    expect(await offerOf(third)).toMatchObject({ state: "open", endsAt: hours(49) });
    expect(await lettersOf(second)).toEqual(["waiting", "offered", "offer-ended"]);
    expect(await answer(third, "yes", hours(26))).toMatchObject({ ok: true });
  });

  test("is ended by the clock, and somebody else's cannot be answered", async () => {
    const { first, second, third } = await aFullEvent(2, [2, 2]);
    await cancel(first);
    const stolen = await answer(third, "yes", hours(2), (await offerOf(second))?.id);
    expect(stolen).toEqual({ ok: false, refusal: "no-such-offer" });
    await tendLines(new Date(hours(25).getTime() - 1));
    expect(await offerOf(second)).toMatchObject({ state: "open" });
    await tendLines(hours(25));
    expect(await offerOf(second)).toMatchObject({ state: "expired" });
    expect(await offerOf(third)).toMatchObject({ state: "open" });
  });

  test("that costs more points than there are is kept until there are", async () => {
    const price = { kind: "points", points: 600, per: "person" } as const;
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 2 })], price }) });
    const first = await registered(event, {}, await aSaver());
    const second = await registered(event, { party: aPartyOf(2) }, await aSaver());
    await cancel(first);
    expect(await answer(second, "yes")).toEqual({
      ok: false,
      refusal: "too-few-points",
      missing: 200,
    });
    expect(await offerOf(second)).toMatchObject({ state: "open" });
  });
});

describe("who would also come as fewer", () => {
  const split = () =>
    aParty({
      people: [anAdult({ isMember: true, inFewer: true }), anAdult({ inFewer: true }), anAdult()],
    });

  async function anOfferForTwo() {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 3 })] }) });
    const [one, two] = [await registered(event), await registered(event, { party: aPartyOf(2) })];
    const family = await registered(event, { party: split() });
    await cancel(two);
    return { event, one, family };
  }

  test("is offered that; the other waits on, and keeps their place", async () => {
    const { event, one, family } = await anOfferForTwo();
    expect(await offerOf(family)).toMatchObject({ fewer: true });
    await answer(family, "yes");
    expect(await registrationOf(family.registrationId)).toMatchObject({
      state: "registered",
      people: [{ state: "coming" }, { state: "coming" }, { state: "waiting" }],
      entries: [{ state: "open" }],
    });
    await cancel(one, hours(3));
    expect(await answer(family, "yes", hours(4))).toMatchObject({ ok: true });
    expect(await takenOf(event)).toBe(3);
  });

  test("and does not want it after all, waits for all", async () => {
    const { event, one, family } = await anOfferForTwo();
    await answer(family, "no");
    expect(await registrationOf(family.registrationId)).toMatchObject({
      state: "waiting",
      entries: [{ state: "open", offers: [{ state: "declined" }] }],
    });
    expect(await takenOf(event)).toBe(1);
    await cancel(one, hours(3));
    expect(await offerOf(family)).toMatchObject({ state: "open", fewer: false });
  });

  test("takes only some of what is offered to all: the rest goes on", async () => {
    const { event, one, family } = await anOfferForTwo();
    await answer(family, "no");
    await db().registrationPerson.updateMany({
      where: { registrationId: family.registrationId, isMember: true },
      data: { inFewer: true },
    });
    await cancel(one, hours(3));
    await answer(family, "yes-fewer", hours(4));
    expect(await registrationOf(family.registrationId)).toMatchObject({
      people: [{ state: "coming" }, { state: "out" }, { state: "out" }],
      entries: [{ state: "done" }],
    });
    expect(await takenOf(event)).toBe(1);
  });
});

test("leaving the line is one step, and what was offered goes on", async () => {
  const { first, second, third } = await aFullEvent(2, [2, 2]);
  await cancel(first);
  const { registrationId, member } = second;
  const leaving = { registrationId, memberId: member.memberId, by: member.id, now: hours(2) };
  expect(await leaveLine(leaving)).toEqual({ ok: true });
  expect(await leaveLine(leaving)).toEqual({ ok: true });
  expect(await registrationOf(registrationId)).toMatchObject({ state: "left", endReason: "left" });
  expect(await offerOf(third)).toMatchObject({ state: "open" });
  expect(await leaveLine({ ...leaving, memberId: third.member.memberId })).toMatchObject({
    refusal: "no-such-registration",
  });
});

test("whoever waits reads what has too few places for them", async () => {
  const { event, second, third } = await aFullEvent(2, [2, 1]);
  const asked = { ...event, of: [second.registrationId, third.registrationId] };
  const line = await loadLinePlaces(db(), asked, "en", hours(1));
  const full = (wanted: number) => ({ of: 2, why: "full", blocking: [{ wanted, free: 0 }] });
  const expected = [full(2), full(1)].map((each, at) => ({ place: at + 1, ...each }));
  expect(line.map(({ place }) => place)).toMatchObject(expected);
});

test("nothing is offered in the night; the morning does", async () => {
  const { first, second } = await aFullEvent(2, [2]);
  // 22:00 of the club's clock.
  await cancel(first, hours(10));
  expect(await offerOf(second)).toBeUndefined();
  await tendLines(hours(20));
  expect(await offerOf(second)).toBeUndefined();
  await tendLines(hours(21));
  expect(await offerOf(second)).toMatchObject({ state: "open", endsAt: hours(45) });
});

test("the line ends before the event, with a letter to whoever is still in it", async () => {
  const { second, third } = await aFullEvent(2, [2, 1]);
  await tendLines(new Date("2027-03-14T01:59:59Z"));
  expect(await registrationOf(second.registrationId)).toMatchObject({ state: "waiting" });
  await tendLines(new Date("2027-03-14T02:00:00Z"));
  for (const each of [second, third]) {
    expect(await registrationOf(each.registrationId)).toMatchObject({
      state: "closed",
      people: expect.not.arrayContaining([expect.objectContaining({ state: "waiting" })]),
    });
    expect((await lettersOf(each)).at(-1)).toBe("line-closed");
  }
});

test("whoever is let in over capacity leaves nothing free when another cancels", async () => {
  const { event, first, second, third } = await aFullEvent(2, [1, 1]);
  const actor = { by: first.member.id, address: "10.0.0.1" };
  const letIn = {
    registrationId: second.registrationId,
    reason: "Her mother comes",
    now: hours(1),
  };
  expect(await letInOver(letIn, actor)).toEqual({ ok: true });
  expect(await letInOver(letIn, actor)).toMatchObject({ refusal: "nobody-waits" });
  // What is written down for ever has nobody's words in it.
  const steps = await db().registrationStep.findMany({
    where: { registrationId: letIn.registrationId },
  });
  expect(steps.map(({ step }) => step)).toEqual(["waiting", "let-in"]);
  expect(JSON.stringify(steps.map(({ detail }) => detail))).not.toContain(letIn.reason);
  expect(await registrationOf(second.registrationId)).toMatchObject({
    state: "registered",
    overBy: actor.by,
    overReason: "Her mother comes",
  });
  expect(await takenOf(event)).toBe(3);
  expect(await db().auditEntry.count({ where: { action: "registration.let-in" } })).toBe(1);
  await cancel(second, hours(2));
  expect(await offerOf(third)).toBeUndefined();
  await cancel(first, hours(3));
  expect(await offerOf(third)).toMatchObject({ state: "open" });
});
