import { beforeAll, describe, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { endUnpaid } from "#app/modules/registrations/end-unpaid.server.ts";
import { forgetCare } from "#app/modules/registrations/erase-registrations.server.ts";
import { eventPayable } from "#app/modules/registrations/event-payable.server.ts";
import { loadCancelTerms } from "#app/modules/registrations/load-cancel-terms.server.ts";
import { refundCancelledEvents } from "#app/modules/registrations/refund-event.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aContestPlan,
  aLimit,
  anOpenPlan,
  aPlan,
  aPublishedEvent,
  changedPlan,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import {
  aChild,
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

const lettersOf = async ({ member }: Registered) =>
  (await db().mail.findMany({ where: { personId: member.id }, orderBy: { id: "asc" } })).map(
    ({ props }) => props as { step: string; moved?: string[]; back?: string | null },
  );

const cancelEvent = ({ eventId }: TestEvent) =>
  changePublishedEvent(eventId, async (tx: Db) => {
    await tx.event.update({
      where: { id: eventId },
      data: { state: "cancelled", cancelledAt: WHILE_OPEN, cancelReason: "A storm is coming" },
    });
    return { ok: true };
  });

describe("an event that changes", () => {
  test("and has more places offers them at once", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 2 })] }) });
    await registered(event, { party: aPartyOf(2) });
    const who = await registered(event, { party: aPartyOf(2) });
    await changedPlan(event, { limits: [aLimit({ most: 4 })] });
    const { entries } = await registrationOf(who.registrationId);
    expect(entries[0]?.offers).toMatchObject([{ state: "open" }]);
  });

  test("and has fewer throws nobody out, and offers nothing until there is room again", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 3 })] }) });
    const who = await registered(event, { party: aPartyOf(3) });
    await registered(event);
    const limits = [aLimit({ most: 1 })];
    await changedPlan(event, { limits });
    expect(await registrationOf(who.registrationId)).toMatchObject({ state: "registered" });
    expect((await loadTaken(db(), event.eventId, limits)).get("people")).toBe(3);
    expect(await db().waitlistOffer.count({ where: { eventId: event.eventId } })).toBe(0);
  });

  test("to another time tells everybody, who may leave free", async () => {
    const event = await aPublishedEvent({
      plan: aPlan({ price: { kind: "deposit", points: 200 } }),
    });
    const who = await registered(event, {}, await aSaver());
    const late = new Date("2027-03-13T06:00:00Z");
    expect(
      await loadCancelTerms(db(), who.registrationId, { byStaff: false, now: late }),
    ).toMatchObject({ freeBecause: null });
    const day = 24 * 3600_000;
    const endsAt = new Date(event.plan.endsAt.getTime() + 20 * day);
    await changedPlan(event, { endsAt }, ["time"]);
    expect((await lettersOf(who)).at(-1)).toMatchObject({ step: "moved", moved: ["time"] });
    expect(
      await loadCancelTerms(db(), who.registrationId, { byStaff: false, now: late }),
    ).toMatchObject({
      freeBecause: "event-moved",
      pointsBack: 200,
    });
    // The deposit is held as long as the event is to come.
    const held = async (now: Date) => (await loadBalance(db(), who.member.accountId, now)).held;
    expect(await held(endsAt)).toBe(200);
    expect(await held(new Date(endsAt.getTime() + 15 * day))).toBe(0);
  });

  test("and is free to leave for a shorter time, leaves who registered before the time they read", async () => {
    const event = await aPublishedEvent({
      plan: aPlan({ price: { kind: "deposit", points: 200 } }),
    });
    const who = await registered(event, {}, await aSaver());
    await changedPlan(event, { freeUntil: WHILE_OPEN });
    const later = await registered(event, {}, await aSaver());
    const now = new Date(WHILE_OPEN.getTime() + 3600_000);
    const terms = ({ registrationId }: Registered) =>
      loadCancelTerms(db(), registrationId, { byStaff: false, now });
    expect(await terms(who)).toMatchObject({ freeBecause: "in-time", pointsBack: 200 });
    expect(await terms(later)).toMatchObject({ freeBecause: null, pointsKept: 200 });
  });

  test("across the day on which a child changes bracket, gives it the other one", async () => {
    const event = await aPublishedEvent({ plan: aContestPlan() });
    const child = aChild({ birthDate: "2019-03-20" });
    const who = await registered(event, {
      party: aParty({ people: [anAdult({ isMember: true }), child] }),
    });
    expect((await registrationOf(who.registrationId)).people[1]?.bracket).toBe("little");
    const startsAt = new Date("2027-03-21T05:00:00Z");
    await changedPlan(event, { startsAt, endsAt: new Date("2027-03-21T07:00:00Z") }, ["time"]);
    expect((await registrationOf(who.registrationId)).people[1]?.bracket).toBe("junior");
  });

  test("and is refused, changes nothing", async () => {
    const event = await aPublishedEvent();
    const answer = await changePublishedEvent(event.eventId, async (tx) => {
      await tx.event.update({ where: { id: event.eventId }, data: { version: 7 } });
      return { ok: false, refusal: "over" };
    });
    expect(answer).toEqual({ ok: false, refusal: "over" });
    expect(await db().event.findUnique({ where: { id: event.eventId } })).toMatchObject({
      version: 1,
    });
  });
});

test("a cancelled event gives everything back, tells everybody, and does nothing the second time", async () => {
  const price = { kind: "points", points: 300, per: "party" } as const;
  const event = await aPublishedEvent({ plan: aPlan({ price, limits: [aLimit({ most: 1 })] }) });
  const who = await registered(event, {}, await aSaver());
  const waits = await registered(event, {}, await aSaver());
  await cancelEvent(event);
  const jobs = await db().$queryRaw<unknown[]>`
    select id from graphile_worker.jobs where task_identifier = 'refund-cancelled-events'`;
  expect(jobs).toHaveLength(1);
  expect(await refundCancelledEvents(WHILE_OPEN)).toBe(2);
  expect(await refundCancelledEvents(WHILE_OPEN)).toBe(0);
  expect((await loadBalance(db(), who.member.accountId, WHILE_OPEN)).available).toBe(1_000);
  expect(await lettersOf(who)).toMatchObject([{}, { step: "event-cancelled", back: "returned" }]);
  expect(await lettersOf(waits)).toMatchObject([{}, { step: "event-cancelled", back: null }]);
  for (const { registrationId } of [who, waits]) {
    expect(await registrationOf(registrationId)).toMatchObject({
      state: "cancelled",
      endReason: "event-cancelled",
    });
  }
});

describe("a cancelled event whose parties have not been ended yet", () => {
  test("costs nothing to leave, however late", async () => {
    const price = { kind: "deposit", points: 200 } as const;
    const event = await aPublishedEvent({ plan: aPlan({ price }) });
    const { registrationId, member } = await registered(event, {}, await aSaver());
    await cancelEvent(event);
    const late = new Date(event.plan.freeUntil.getTime() + 3600_000);
    const cancelling = { registrationId, memberId: member.memberId, by: member.id, reason: null };
    expect(await cancelRegistration({ ...cancelling, now: late })).toEqual({
      ok: true,
      back: "returned",
    });
    expect((await loadBalance(db(), member.accountId, late)).available).toBe(1_000);
    expect(await db().earlyAccessDelay.count({ where: { memberId: member.memberId } })).toBe(0);
  });

  test("gives nobody the places that were offered", async () => {
    const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most: 1 })] }) });
    await registered(event);
    const { registrationId, member } = await registered(event);
    await changedPlan(event, { limits: [aLimit({ most: 2 })] });
    const { entries } = await registrationOf(registrationId);
    await cancelEvent(event);
    const answer = await answerOffer({
      registrationId,
      memberId: member.memberId,
      offerId: entries[0]?.offers[0]?.id ?? 0,
      answer: "yes",
      by: member.id,
      now: WHILE_OPEN,
    });
    expect(answer).toEqual({ ok: false, refusal: "offer-ended", state: "withdrawn" });
    expect(await registrationOf(registrationId)).toMatchObject({ state: "waiting" });
  });
});

describe("money", () => {
  const price = { kind: "money", minor: 38_000, currency: "CNY", per: "party" } as const;
  const limits = [aLimit({ most: 1 })];
  const overdue = (now = WHILE_OPEN) => new Date(now.getTime() + 25 * 3600_000);

  async function anUnpaidParty(plan = aPlan({ price, limits }), now = WHILE_OPEN) {
    const event = await aPublishedEvent({ plan });
    const who = await registered(event, { now });
    const { paymentId } = await registrationOf(who.registrationId);
    const payment = await db().payment.findUniqueOrThrow({ where: { id: paymentId ?? 0 } });
    return { event, who, payment };
  }
  const comesLate = ({ id, reference }: { id: number; reference: string }) =>
    inRetriedTransaction(async (tx) => {
      await eventPayable.lock?.(tx, reference);
      return eventPayable.onLate?.(tx, { id, reference } as never);
    });

  test("is looked after by this noun", () => {
    expect(payables).toContain(eventPayable);
  });

  test("that does not come in time gives the places to the next", async () => {
    const { event, who, payment } = await anUnpaidParty();
    const next = await registered(event);
    expect(next.state).toBe("waiting");
    expect(await endUnpaid(new Date(overdue().getTime() - 2 * 3600_000))).toBe(0);
    expect(await endUnpaid(overdue())).toBe(1);
    expect(await registrationOf(who.registrationId)).toMatchObject({
      state: "cancelled",
      endReason: "unpaid",
    });
    expect(await db().payment.findUnique({ where: { id: payment.id } })).toMatchObject({
      state: "cancelled",
    });
    const { entries } = await registrationOf(next.registrationId);
    expect(entries[0]?.offers).toMatchObject([{ state: "open" }]);
    // It comes after all, when somebody else has the places: it goes back.
    expect(await comesLate(payment)).toBe(false);
  });

  test("that comes late gets the places where nobody has them", async () => {
    // By today's clock, as money that comes is.
    const now = new Date();
    const { event, who, payment } = await anUnpaidParty(anOpenPlan({ price, limits }), now);
    await endUnpaid(overdue(now));
    expect(await comesLate(payment)).toBe(true);
    expect(await registrationOf(who.registrationId)).toMatchObject({ state: "registered" });
    expect((await loadTaken(db(), event.eventId, event.plan.limits)).get("people")).toBe(1);
  });

  test("that was paid for a cancelled event waits for finance", async () => {
    const { event, who, payment } = await anUnpaidParty();
    const store = await db().store.create({ data: { name: "湖畔一店" } });
    await db().payment.update({
      where: { id: payment.id },
      data: {
        state: "paid",
        paidAt: WHILE_OPEN,
        method: "cash",
        receiptYear: 2027,
        receiptNumber: 1,
        counterReceipt: "T-1",
        recordedBy: who.member.id,
        storeId: store.id,
        requestKey: "paid",
      },
    });
    await cancelEvent(event);
    await refundCancelledEvents(WHILE_OPEN);
    expect(await db().paymentGivenUp.count({ where: { paymentId: payment.id } })).toBe(1);
    expect((await lettersOf(who)).at(-1)).toMatchObject({ back: "finance" });
  });
});

test("what had to be known of children is forgotten fourteen days after", async () => {
  const event = await aPublishedEvent({ plan: aContestPlan() });
  const { registrationId } = await registered(event, {
    party: aParty({ people: [anAdult({ isMember: true }), aChild()] }),
  });
  const careOf = async () => (await registrationOf(registrationId)).care;
  const after = new Date(event.plan.endsAt.getTime() + 14 * 24 * 3600_000);
  await forgetCare(db(), after);
  expect(await careOf()).toMatchObject({ emergencyName: "Grandma Lin" });
  await forgetCare(db(), new Date(after.getTime() + 1));
  expect(await careOf()).toBeNull();
});
