import type { EventPlan } from "#app/modules/events/plan.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { depositEnds, type PartyPrice, payBy } from "#app/modules/parties/price.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a registration keeps of how it was paid. */
export type Charged = {
  points: number;
  entryId: number | null;
  holdId: number | null;
  moneyMinor: number;
  paymentId: number | null;
};

/** Of a party that pays nothing, or nothing yet. */
export const UNCHARGED: Charged = {
  points: 0,
  entryId: null,
  holdId: null,
  moneyMinor: 0,
  paymentId: null,
};

export type ToCharge = {
  event: { id: number; plan: EventPlan; now: Date };
  registrationId: number;
  member: { id: number; accountId: bigint };
  price: PartyPrice;
  /** Names it in the ledger's scope `event`: one registration is charged anew when its party changes. */
  key: string;
};

/**
 * Takes what a party pays, in the transaction that gives it its places: points are spent or held, and money is owed.
 *
 * @returns how many points are missing, where they are: then the caller's transaction must not stay.
 */
export async function chargeParty(
  tx: Db,
  { event, registrationId, member, price, key }: ToCharge,
): Promise<{ ok: true; charged: Charged } | { ok: false; missing: number }> {
  const points = price.points + price.deposit;
  const charged: Charged = { ...UNCHARGED, points, moneyMinor: price.moneyMinor };
  const { title } = event.plan;
  if (points > 0) {
    const request = { scope: "event", key, accountId: toPoints(member.accountId), points };
    const about = { eventId: event.id, title: title.en || title.zh };
    const answer =
      price.deposit > 0
        ? await holdPoints(
            tx,
            { ...request, endsAt: depositEnds(event.plan), meta: { for: "deposit", ...about } },
            event.now,
          )
        : await spendPoints(tx, { ...request, meta: { for: "event", ...about } }, event.now);
    if (!answer.ok) return { ok: false, missing: points - answer.available };
    charged[price.deposit > 0 ? "holdId" : "entryId"] = answer.entryId;
  }
  if (price.moneyMinor > 0 && price.currency !== null) {
    charged.paymentId = await owePayment(tx, {
      purpose: "event",
      reference: registrationId,
      memberId: member.id,
      title,
      amountMinor: price.moneyMinor,
      currency: price.currency,
      dueUntil: payBy(event.plan, event.now),
    });
  }
  return { ok: true, charged };
}
