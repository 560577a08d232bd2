import { z } from "zod";
import { readPlan } from "#app/modules/events/plan.ts";
import { moneyDueBack } from "#app/modules/payments/payment-sql.server.ts";
import { refundOnline } from "#app/modules/payments/refund-payment.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { endCheckoutOf, unlessBeingPaid } from "./end-checkout-of.server.ts";
import { endParty } from "./end-party.server.ts";
import { eventPayable } from "./event-payable.server.ts";
import { giveBackPrice } from "./give-back.server.ts";
import { isOpen, lockRegistration } from "./lock-registration.server.ts";
import { writeRegistrationLetter } from "./registration-letter.server.ts";

/** As many as are looked after in one run; the next one goes on. */
const AT_ONCE = 500;

/**
 * Ends the parties of events that were cancelled, gives back all that they paid and tells them: each in a transaction
 * of its own, so that it goes on where it was stopped, and does nothing to those it has ended.
 *
 * @returns how many were ended.
 */
export async function refundCancelledEvents(now?: Date): Promise<number> {
  const due = await db().$queryRaw<{ id: number }[]>`
    select registration.id from registration
    join event on event.id = registration.event_id and event.state = 'cancelled'
    where registration.state in ('registered', 'waiting')
    order by registration.id limit ${AT_ONCE}`;
  return eachByItself(due, "a party of a cancelled event could not be ended", (id) =>
    refundParty(id, now),
  );
}

async function refundParty(id: number, now?: Date): Promise<boolean> {
  await endCheckoutOf(id);
  const ended = await unlessBeingPaid(() =>
    inRetriedTransaction(async (tx) => {
      const locked = await lockRegistration(tx, id, { now });
      if (locked?.event.state !== "cancelled" || !isOpen(locked.party)) {
        return { ok: false };
      }
      const { event, party } = locked;
      const { cancelReason } = await tx.event.findUniqueOrThrow({
        where: { id: event.id },
        select: { cancelReason: true },
      });
      const why = { reason: "event-cancelled", by: null };
      const back = await giveBackPrice(tx, event, party, why);
      await endParty(tx, event, party, { step: "event-cancelled", ...why, back });
      await writeRegistrationLetter(tx, id, "event-cancelled", { back, reason: cancelReason });
      return { ok: true };
    }),
  );
  return ended.ok;
}

/** Money of a cancelled event's parties that has not gone back, in one currency and its smallest unit. */
export type EventMoney = {
  eventId: number;
  title: InBoth;
  currency: string;
  /** Paid online, which goes back the way it came; and over the counter, where it is handed out one by one. */
  online: { payments: number; minor: number };
  counter: { payments: number; minor: number };
};

/** Money that waits to go back of events that were cancelled, the oldest event first. */
export async function loadEventMoney(on: Db, eventId?: number): Promise<EventMoney[]> {
  const rows = await on.$queryRaw<(Omit<EventMoney, "title"> & { plan: unknown })[]>`
    select event.id as "eventId", event.plan, due.currency,
      jsonb_build_object('payments', count(*) filter (where due.method = 'stripe'),
        'minor', coalesce(sum(due.minor) filter (where due.method = 'stripe'), 0)) as online,
      jsonb_build_object('payments', count(*) filter (where due.method <> 'stripe'),
        'minor', coalesce(sum(due.minor) filter (where due.method <> 'stripe'), 0)) as counter
    from (${moneyDueBack("event")}) due
    join registration on registration.id = due.reference::int
    join event on event.id = registration.event_id and event.state = 'cancelled'
    where ${eventId ?? null}::int is null or event.id = ${eventId ?? null}
    group by event.id, due.currency order by event.id, due.currency`;
  return rows.map(({ plan, ...money }) => ({ ...money, title: readPlan(plan).title }));
}

/** Has the queue give back all that was paid online for a cancelled event. Asked twice it is done once. */
export const askToGiveBack = (tx: Db, asked: GiveBackAsked): Promise<void> =>
  enqueue(tx, GIVE_BACK, asked, { jobKey: `${GIVE_BACK}:${asked.eventId}` });

export const GIVE_BACK = "give-back-event-money";

/** By whom, and why in words for the members. */
export const GiveBackAsked = z.object({
  eventId: z.number(),
  reason: z.string(),
  by: z.number(),
  address: z.string(),
});
export type GiveBackAsked = z.output<typeof GiveBackAsked>;

/**
 * Gives back what was paid online for a cancelled event: each payment in a transaction of its own, so that it goes on
 * where it was stopped, and of what went back meanwhile nothing goes twice.
 *
 * @returns of how many payments.
 */
export async function giveBackEventMoney(asked: GiveBackAsked): Promise<number> {
  const { eventId, reason, by, address } = asked;
  const due = await db().$queryRaw<{ id: number; minor: number; refunds: number }[]>`
    select due.id, due.minor, due.refunds from (${moneyDueBack("event")}) due
    join registration on registration.id = due.reference::int and registration.event_id = ${eventId}
    join event on event.id = registration.event_id and event.state = 'cancelled'
    where due.method = 'stripe' order by due.id`;
  const sums = new Map(due.map((each) => [each.id, each]));
  return eachByItself(due, "a cancelled event's payment could not be given back", async (id) => {
    const { minor = 0, refunds = 0 } = sums.get(id) ?? {};
    // One that failed at Stripe is another the next time it is asked for.
    const requestKey = `event-${eventId}-${id}-${refunds}`;
    const wanted = { paymentId: id, amountMinor: minor, reason, takeBack: false, requestKey };
    return (await refundOnline(wanted, { by, address }, [eventPayable])).ok;
  });
}
