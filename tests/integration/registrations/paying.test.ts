import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { paymentsOf } from "#app/modules/payments/payment-sql.server.ts";
import { listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { refundAtCounter } from "#app/modules/payments/refund-payment.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { endUnpaid } from "#app/modules/registrations/end-unpaid.server.ts";
import { eventPayable } from "#app/modules/registrations/event-payable.server.ts";
import { loadCancelTerms } from "#app/modules/registrations/load-cancel-terms.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aLimit,
  anOpenPlan,
  aPlan,
  aPublishedEvent,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aStore } from "../../support/gifts.ts";
import { aPerson } from "../../support/people.ts";
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
const counter = {} as { clerk: number; finance: number; storeId: number };
beforeAll(async () => {
  await ensureClub(db());
  counter.clerk = (await aPerson({ roles: ["desk"] })).id;
  counter.finance = (await aPerson({ roles: ["finance"] })).id;
  counter.storeId = await aStore();
});

const price = { kind: "money", minor: 10_000, currency: "CNY", per: "person" } as const;
const TOMORROW = new Date(WHILE_OPEN.getTime() + 25 * 3600_000);
const LATE = new Date("2027-03-12T06:00:00Z");
type Registered = Awaited<ReturnType<typeof registered>>;

const anEvent = (most = 10) =>
  aPublishedEvent({
    plan: aPlan({
      price,
      limits: [aLimit({ most })],
      closesAt: new Date("2027-03-14T04:00:00Z"),
    }),
  });
const takenOf = async ({ eventId, plan }: TestEvent) =>
  (await loadTaken(db(), eventId, plan.limits)).get("people");
const paymentsFor = async ({ registrationId }: Registered) =>
  (await paymentsOf(db(), "event", registrationId)).map(({ state, amountMinor }) => ({
    state,
    amountMinor,
  }));
const dueOf = async ({ registrationId }: Registered) => {
  const ids = (await paymentsOf(db(), "event", registrationId)).map(({ id }) => id);
  const tasks = (await listPaymentTasks(db(), 100)).filter(({ paymentId }) =>
    ids.includes(paymentId),
  );
  return tasks.map(({ kind, amountMinor }) => ({ kind, amountMinor }));
};
const lettersOf = async ({ member }: Registered) =>
  (await db().mail.findMany({ where: { personId: member.id }, orderBy: { id: "asc" } })).map(
    ({ props }) =>
      props as { step?: string; back?: string; backMinor?: number; owedMinor?: number | null },
  );

/** Pays at the counter what a party owes. */
async function pays({ registrationId }: Registered): Promise<void> {
  const owed = await openOf(registrationId);
  const answer = await recordAtCounter(
    {
      paymentId: owed.id,
      method: "cash",
      receiptNumber: `K-${owed.id}`,
      storeId: counter.storeId,
      requestKey: randomUUID(),
      amountMinor: owed.amountMinor,
    },
    { by: counter.clerk, address: "10.0.0.1" },
    [eventPayable],
  );
  expect(answer).toMatchObject({ ok: true });
}

async function openOf(registrationId: number) {
  const owed = (await paymentsOf(db(), "event", registrationId)).find(
    ({ state }) => state === "open",
  );
  if (!owed) throw new Error("Nothing is owed.");
  return owed;
}

async function aPaidParty(people: number, event?: TestEvent, now = WHILE_OPEN) {
  const of = event ?? (await anEvent());
  const who = await registered(of, { party: aPartyOf(people), now });
  await pays(who);
  return { event: of, who };
}

describe("a party that has paid", () => {
  test("takes somebody in by a second payment, for which their place is kept", async () => {
    const { event, who } = await aPaidParty(2);
    expect(await change(who, { and: [anAdult()] })).toEqual({ ok: true, waiting: 0 });
    expect(await takenOf(event)).toBe(3);
    expect(await paymentsFor(who)).toEqual([
      { state: "paid", amountMinor: 20_000 },
      { state: "open", amountMinor: 10_000 },
    ]);
    const owed = await openOf(who.registrationId);
    expect(await registrationOf(who.registrationId)).toMatchObject({
      moneyMinor: 30_000,
      paymentId: owed.id,
      people: [{ paymentId: null }, { paymentId: null }, { paymentId: owed.id }],
    });
    expect((await lettersOf(who)).at(-1)).toMatchObject({ step: "changed", owedMinor: 10_000 });
    await pays(who);
    expect((await registrationOf(who.registrationId)).people).toMatchObject([
      { paymentId: null },
      { paymentId: null },
      { paymentId: null, state: "coming" },
    ]);
    expect(await endUnpaid(TOMORROW)).toBe(0);
  });

  test("loses those alone for whom nobody paid in time, and their places go on", async () => {
    const { event, who } = await aPaidParty(2, await anEvent(3));
    await change(who, { and: [anAdult()] });
    const next = await registered(event);
    expect(next.state).toBe("waiting");
    expect(await endUnpaid(TOMORROW)).toBe(1);
    expect(await endUnpaid(TOMORROW)).toBe(0);
    expect(await registrationOf(who.registrationId)).toMatchObject({
      state: "registered",
      moneyMinor: 20_000,
      people: [{ state: "coming" }, { state: "coming" }, { state: "out" }],
    });
    expect(await paymentsFor(who)).toEqual([{ state: "paid", amountMinor: 20_000 }]);
    expect((await lettersOf(who)).at(-1)).toMatchObject({ step: "unpaid-some" });
    const { entries } = await registrationOf(next.registrationId);
    expect(entries[0]?.offers).toMatchObject([{ state: "open" }]);
  });

  test("gets them back with money that comes late where there is room, and not where there is none", async () => {
    // By today's clock, as money that comes is.
    const now = new Date();
    for (const most of [3, 10]) {
      const plan = anOpenPlan({ price, limits: [aLimit({ most })] });
      const { event, who } = await aPaidParty(2, await aPublishedEvent({ plan }), now);
      await change(who, { and: [anAdult()] }, { now });
      const { id, amountMinor } = await openOf(who.registrationId);
      await endUnpaid(new Date(now.getTime() + 25 * 3600_000));
      const other = await registered(event, { now });
      expect(other.state).toBe("registered");
      const reference = String(who.registrationId);
      const late = await inRetriedTransaction(async (tx) =>
        eventPayable.onLate?.(tx, { id, reference, amountMinor } as never),
      );
      expect(late).toBe(most === 10);
      expect(await takenOf(event)).toBe(most === 10 ? 4 : 3);
      const { moneyMinor } = await registrationOf(who.registrationId);
      expect(moneyMinor).toBe(most === 10 ? 30_000 : 20_000);
    }
  });

  test("gets back the share of who leaves in time, by finance", async () => {
    const { who } = await aPaidParty(3);
    expect(await change(who, { without: [2] })).toEqual({ ok: true, waiting: 0 });
    expect(await dueOf(who)).toEqual([{ kind: "refund-due", amountMinor: 10_000 }]);
    expect((await lettersOf(who)).at(-1)).toMatchObject({ step: "changed", backMinor: 10_000 });
    await change(who, { without: [1] });
    expect(await dueOf(who)).toEqual([{ kind: "refund-due", amountMinor: 20_000 }]);
    const { paymentId } = await registrationOf(who.registrationId);
    const wanted = {
      paymentId: paymentId ?? 0,
      amountMinor: 20_000,
      reason: "Two of them left",
      takeBack: false,
      requestKey: randomUUID(),
      method: "cash",
      receiptNumber: "K-9",
      storeId: counter.storeId,
    } as const;
    const actor = { by: counter.finance, address: "10.0.0.1" };
    expect(await refundAtCounter(wanted, actor, [eventPayable])).toMatchObject({ ok: true });
    expect(await dueOf(who)).toEqual([]);
    expect(await termsOf(who, WHILE_OPEN)).toMatchObject({ moneyBackMinor: 10_000 });
    await cancel(who, WHILE_OPEN);
    expect(await dueOf(who)).toEqual([{ kind: "refund-due", amountMinor: 10_000 }]);
  });

  test("gets nothing back for who leaves late, and takes somebody in for the place that was paid for", async () => {
    const { who } = await aPaidParty(2);
    expect(await change(who, { without: [1] }, { now: LATE })).toMatchObject({ ok: true });
    expect(await dueOf(who)).toEqual([]);
    expect(await change(who, { and: [anAdult()] }, { now: LATE })).toMatchObject({ ok: true });
    expect(await paymentsFor(who)).toEqual([{ state: "paid", amountMinor: 20_000 }]);
  });

  test("owes no more for who leaves before they were paid for, be it late", async () => {
    const { who } = await aPaidParty(2);
    await change(who, { and: [anAdult(), anAdult()] }, { now: LATE });
    await change(who, { without: [3] }, { now: LATE });
    expect(await paymentsFor(who)).toEqual([
      { state: "paid", amountMinor: 20_000 },
      { state: "open", amountMinor: 10_000 },
    ]);
    await change(who, { without: [2] }, { now: LATE });
    expect(await paymentsFor(who)).toEqual([{ state: "paid", amountMinor: 20_000 }]);
    expect(await dueOf(who)).toEqual([]);
    expect(await termsOf(who, LATE)).toMatchObject({ moneyKeptMinor: 20_000 });
  });

  test("and one of whom left while another waits to be paid for pays for the last alone", async () => {
    const { event, who } = await aPaidParty(2);
    await change(who, { and: [anAdult(), anAdult()] });
    await change(who, { without: [1] });
    expect(await paymentsFor(who)).toEqual([
      { state: "paid", amountMinor: 20_000 },
      { state: "open", amountMinor: 10_000 },
    ]);
    await endUnpaid(TOMORROW);
    expect(await takenOf(event)).toBe(2);
  });

  test("gets all of its payments back when it cancels in time", async () => {
    const { who } = await aPaidParty(1);
    await change(who, { and: [anAdult()] });
    await pays(who);
    expect(await termsOf(who, WHILE_OPEN)).toMatchObject({ moneyBackMinor: 20_000 });
    expect(await cancel(who, WHILE_OPEN)).toEqual({ ok: true, back: "finance" });
    expect(await dueOf(who)).toEqual([
      { kind: "refund-due", amountMinor: 10_000 },
      { kind: "refund-due", amountMinor: 10_000 },
    ]);
  });
});

test("a party whose rest could not come by itself ends with those who were not paid for", async () => {
  const event = await anEvent();
  const people = [anAdult({ isMember: true }), aChild()];
  const who = await registered(event, { party: aParty({ people }) });
  await pays(who);
  await change(who, { and: [aChild(), anAdult()] });
  await change(who, { without: [0] });
  expect(await endUnpaid(TOMORROW)).toBe(1);
  expect(await takenOf(event)).toBe(0);
  expect(await dueOf(who)).toEqual([{ kind: "refund-due", amountMinor: 20_000 }]);
  expect((await lettersOf(who)).at(-1)).toMatchObject({ step: "unpaid", back: "finance" });
});

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
