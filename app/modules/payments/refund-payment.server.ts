import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { CounterMethod } from "#app/modules/payment-methods/counter-method.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { stripe } from "#app/platform/stripe.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import { isStoreOpen } from "./load-counter.server.ts";
import { type LockedPayment, lockPayment, tellOf } from "./lock-payment.server.ts";
import type { Payable } from "./payable.ts";
import { type PaymentMethod, refundableOf } from "./payment.ts";
import { toStripeAmount } from "./stripe-amount.ts";

/** What goes back, and why. */
type Wanted = {
  paymentId: number;
  /** In the smallest unit of the payment's currency; all that is left, or a part. */
  amountMinor: number;
  /** Why, in words. */
  reason: string;
  /** Whether what was paid for is given back as well. */
  takeBack: boolean;
  /** Whether what renews itself by being paid for again ends as well. */
  endRenewal?: boolean;
  /** The form's: sent twice it is one refund. */
  requestKey: string;
};

export type CounterRefund = Wanted & {
  method: CounterMethod;
  /** The number of the till, the terminal or the transfer. */
  receiptNumber: string;
  storeId: number;
};

export type RefundRefusal =
  | "no-such-payment"
  | "not-allowed"
  /** Nobody gives money to themselves. */
  | "own-payment"
  | "unknown-store"
  | "not-paid"
  /** The form was sent before, and asked for something else: that is what was refunded. */
  | "sent-before"
  /** It was not paid online, or Stripe cannot give that sum back. */
  | "not-online"
  /** The member's bank has taken the money back and decides about it: a refund would give it twice. */
  | "in-dispute";

export type RefundAnswer =
  | { ok: true; refundId: number }
  | { ok: false; refusal: RefundRefusal }
  /** `left`: what can still be given back, in minor units. */
  | { ok: false; refusal: "more-than-left"; left: number };

/**
 * Gives money back over the counter, all of it or a part, and tells whatever it was paid for in the same
 * transaction. That is another act than giving the thing back, which is done only where whoever refunds says so.
 */
export function refundAtCounter(
  wanted: CounterRefund,
  actor: Actor,
  payables: readonly Payable[],
): Promise<RefundAnswer> {
  return refund(wanted, wanted.method, actor, payables, async (tx) => {
    if (!(await isStoreOpen(tx, wanted.storeId))) return "unknown-store";
    return {
      state: "succeeded",
      settledAt: new Date(),
      counterReceipt: wanted.receiptNumber,
      storeId: wanted.storeId,
    };
  });
}

/**
 * Gives money back the way it came, by Stripe. It is on its way from now on, and what it was paid for is told now;
 * the queue asks Stripe for it, and should it fail there the money can be given back again.
 */
export function refundOnline(
  wanted: Wanted,
  actor: Actor,
  payables: readonly Payable[],
): Promise<RefundAnswer> {
  return refund(wanted, "stripe", actor, payables, async (_tx, payment) => {
    const possible = toStripeAmount(wanted.amountMinor, payment.currency) !== null;
    if (payment.method !== "stripe" || !stripe() || !possible) return "not-online";
    return { state: "pending" };
  });
}

type HowRefunded = {
  state: "pending" | "succeeded";
  settledAt?: Date;
  counterReceipt?: string;
  storeId?: number;
};

async function refund(
  wanted: Wanted,
  method: PaymentMethod,
  actor: Actor,
  payables: readonly Payable[],
  how: (tx: Db, payment: LockedPayment) => Promise<HowRefunded | RefundRefusal>,
): Promise<RefundAnswer> {
  const requestKey = `${actor.by}:${wanted.requestKey}`;
  const refused = (refusal: RefundRefusal): RefundAnswer => ({ ok: false, refusal });
  return inRetriedTransaction<RefundAnswer>(async (tx) => {
    const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
    if (!may(roles, "payments.refund")) return refused("not-allowed");
    const locked = await lockPayment(tx, wanted.paymentId, payables);
    if (!locked) return refused("no-such-payment");
    const { payment, payable } = locked;
    const before = payment.refunds.find((each) => each.requestKey === requestKey);
    if (before) {
      return asksTheSame(before, wanted, method)
        ? { ok: true, refundId: before.id }
        : refused("sent-before");
    }
    if (payment.member.personId === actor.by) return refused("own-payment");
    if (payment.state !== "paid") return refused("not-paid");
    const disputed = { paymentId: payment.id, state: { in: ["open", "lost"] } };
    if ((await tx.paymentDispute.count({ where: disputed })) > 0) return refused("in-dispute");
    const left = refundableOf(payment.amountMinor, payment.refunds);
    if (wanted.amountMinor > left) return { ok: false, refusal: "more-than-left", left };
    const done = await how(tx, payment);
    if (typeof done === "string") return refused(done);
    const { id: refundId } = await tx.paymentRefund.create({
      data: {
        paymentId: payment.id,
        amountMinor: wanted.amountMinor,
        reason: wanted.reason,
        method,
        requestedBy: actor.by,
        requestKey,
        takeBack: wanted.takeBack,
        endRenewal: wanted.endRenewal ?? false,
        ...done,
      },
      select: { id: true },
    });
    if (method === "stripe") {
      await enqueue(tx, "send-refund", { refundId }, { jobKey: `send-refund:${refundId}` });
    }
    await payable.onRefunded?.(tx, tellOf(payment), {
      id: refundId,
      amountMinor: wanted.amountMinor,
      whole: wanted.amountMinor === left,
      takeBack: wanted.takeBack,
      endRenewal: wanted.endRenewal ?? false,
      by: actor.by,
    });
    await tell(
      tx,
      { payment, refundId, wanted, method, counterReceipt: done.counterReceipt },
      actor,
    );
    return { ok: true, refundId };
  });
}

/** Whether a form that is sent again asks for what it did: who went back and changed it is not told that this was done. */
function asksTheSame(
  before: LockedPayment["refunds"][number],
  { amountMinor, takeBack, endRenewal = false }: Wanted,
  method: PaymentMethod,
): boolean {
  if (before.amountMinor !== amountMinor || before.method !== method) return false;
  return (
    (before.takeBack ?? takeBack) === takeBack && (before.endRenewal ?? endRenewal) === endRenewal
  );
}

type Told = {
  payment: LockedPayment;
  refundId: number;
  wanted: Wanted;
  method: PaymentMethod;
  counterReceipt: string | undefined;
};

async function tell(tx: Db, told: Told, actor: Actor): Promise<void> {
  const { payment, refundId, wanted, method, counterReceipt } = told;
  const { amountMinor, reason, takeBack, endRenewal = false } = wanted;
  await writeAudit(tx, {
    personId: actor.by,
    action: "payment.refunded",
    subject: `member:${payment.member.number}`,
    detail: {
      payment: payment.id,
      about: payment.title.en,
      sum: formatMoney(amountMinor, payment.currency, "en"),
      method,
      counterReceipt: counterReceipt ?? null,
      takeBack,
      ...(endRenewal && { endRenewal }),
      reason,
    },
    address: actor.address,
  });
  await writeLetterTo(tx, payment.member.person, {
    template: "payment-refunded",
    props: {
      paymentId: payment.id,
      title: payment.title,
      amountMinor,
      currency: payment.currency,
      method,
      reason,
    },
    dedupKey: `payment-refunded:${refundId}`,
  });
}
