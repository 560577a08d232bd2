import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { endUnpaid } from "#app/modules/registrations/end-unpaid.server.ts";
import { eventPayable } from "#app/modules/registrations/event-payable.server.ts";
import {
  giveBackEventMoney,
  loadEventMoney,
  refundCancelledEvents,
} from "#app/modules/registrations/refund-event.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aLimit, anOpenPlan, aPublishedEvent } from "../../support/events.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aPerson } from "../../support/people.ts";
import { aPartyOf, registered, registrationOf } from "../../support/registrations.ts";
import { comes, doJobs, withStripe } from "../../support/stripe/with-stripe.ts";

freshDatabase();
const stripe = withStripe();
beforeEach(async () => {
  await ensureClub(db());
});

const price = { kind: "money", minor: 10_000, currency: "CNY", per: "person" } as const;
const TOMORROW = new Date(Date.now() + 25 * 3600_000);
type Registered = Awaited<ReturnType<typeof registered>>;

const anEvent = (most = 10) =>
  aPublishedEvent({ plan: anOpenPlan({ price, limits: [aLimit({ most })] }) });

async function opensCheckout({ registrationId, member }: Registered): Promise<string> {
  const { paymentId } = await registrationOf(registrationId);
  const to = { paymentId: paymentId ?? 0, memberId: member.memberId, locale: "en" } as const;
  expect(await openCheckout(to, [eventPayable])).toMatchObject({ ok: true });
  const checkout = await db().paymentCheckout.findFirstOrThrow({
    where: { paymentId: paymentId ?? 0 },
  });
  return checkout.sessionId ?? "";
}

async function paysAt(session: string): Promise<void> {
  stripe().books.checkOut(session, "paid");
  await comes(stripe(), ...stripe().held.splice(0));
  await doJobs([eventPayable]);
}

async function aPaidParty(event: { eventId: number }, people = 1): Promise<Registered> {
  const who = await registered(event, { party: aPartyOf(people), now: new Date() });
  await paysAt(await opensCheckout(who));
  return who;
}

describe("money that Stripe says has come after its time ran out", () => {
  /** The places go back while the member is at Stripe's page, as where that could not be ended in time. */
  async function runsOut(who: Registered): Promise<string> {
    const session = await opensCheckout(who);
    const state = (to: string) =>
      db().paymentCheckout.updateMany({ where: { sessionId: session }, data: { state: to } });
    await state("expired");
    expect(await endUnpaid(TOMORROW)).toBe(1);
    await state("open");
    return session;
  }

  test("gets the places where they are free", async () => {
    const event = await anEvent();
    const who = await registered(event, { party: aPartyOf(2), now: new Date() });
    await paysAt(await runsOut(who));
    expect(await registrationOf(who.registrationId)).toMatchObject({
      state: "registered",
      people: [{ state: "coming" }, { state: "coming" }],
    });
    expect(stripe().books.all("refund")).toEqual([]);
  });

  test("goes back by itself where the event is full by then, and the member is told", async () => {
    const event = await anEvent(2);
    const who = await registered(event, { party: aPartyOf(2), now: new Date() });
    const session = await runsOut(who);
    const other = await registered(event, { party: aPartyOf(2), now: new Date() });
    expect(other.state).toBe("registered");
    await paysAt(session);
    expect(await registrationOf(who.registrationId)).toMatchObject({ state: "cancelled" });
    expect((await loadTaken(db(), event.eventId, event.plan.limits)).get("people")).toBe(2);
    expect(stripe().books.all("refund")).toMatchObject([{ amount: 20_000 }]);
    const letter = await db().mail.findFirstOrThrow({
      where: { template: "payment-returned", personId: who.member.id },
    });
    expect(letter.props).toMatchObject({ why: "gone" });
    await paysAt(session).catch(() => null);
    expect(stripe().books.all("refund")).toHaveLength(1);
  });
});

describe("a cancelled event", () => {
  test("gives back all that was paid online by one press: nothing twice, and what failed again", async () => {
    const event = await anEvent();
    const parties = [await aPaidParty(event), await aPaidParty(event, 2), await aPaidParty(event)];
    await db().event.update({
      where: { id: event.eventId },
      data: { state: "cancelled", cancelReason: "A storm", cancelledAt: new Date() },
    });
    expect(await loadEventMoney(db())).toEqual([]);
    await refundCancelledEvents();
    const [money] = await loadEventMoney(db(), event.eventId);
    expect(money).toMatchObject({
      online: { payments: 3, minor: 40_000 },
      counter: { payments: 0, minor: 0 },
    });
    const { id: by } = await aPerson({ roles: ["finance"] });
    const asked = { eventId: event.eventId, reason: "A storm", by, address: "10.0.0.1" };
    await Promise.all([giveBackEventMoney(asked), giveBackEventMoney(asked)]);
    expect(await giveBackEventMoney(asked)).toBe(0);
    await doJobs([eventPayable]);
    const sums = stripe()
      .books.all("refund")
      .map(({ amount }) => amount);
    expect(sums.sort()).toEqual([10_000, 10_000, 20_000]);
    expect(await listPaymentTasks(db(), 10)).toEqual([]);
    // Of one that Stripe could not send, the next press is another attempt.
    await db().paymentRefund.updateMany({
      where: { amountMinor: 20_000 },
      data: { state: "failed" },
    });
    expect(await giveBackEventMoney(asked)).toBe(1);
    expect(await db().paymentRefund.count()).toBe(4);
    const { id: personId } = (parties[0] as Registered).member;
    const told = { template: "payment-refunded", personId };
    expect(await db().mail.count({ where: told })).toBe(1);
  });

  test("is given back by nobody who may not", async () => {
    const event = await anEvent();
    await aPaidParty(event);
    await db().event.update({
      where: { id: event.eventId },
      data: { state: "cancelled", cancelReason: "A storm", cancelledAt: new Date() },
    });
    await refundCancelledEvents();
    const { id: by } = await aPerson({ roles: ["events"] });
    const asked = { eventId: event.eventId, reason: "A storm", by, address: "10.0.0.1" };
    expect(await giveBackEventMoney(asked)).toBe(0);
    expect(await loadEventMoney(db(), event.eventId)).toHaveLength(1);
  });
});
