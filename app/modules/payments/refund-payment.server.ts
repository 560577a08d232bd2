import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { formatMoney } from "#app/platform/words/format.ts";
import { isStoreOpen } from "./is-store-open.server.ts";
import { lockPayment, tellOf } from "./lock-payment.server.ts";
import type { Payable } from "./payable.ts";
import { type CounterMethod, refundableOf } from "./payment.ts";

export type CounterRefund = {
  paymentId: number;
  /** In the smallest unit of the payment's currency; all that is left, or a part. */
  amountMinor: number;
  /** Why, in words. */
  reason: string;
  method: CounterMethod;
  /** The number of the till, the terminal or the transfer. */
  receiptNumber: string;
  storeId: number;
  /** Whether what was paid for is given back as well. */
  takeBack: boolean;
  /** The form's: sent twice it is one refund. */
  requestKey: string;
};

export type RefundRefusal =
  | "no-such-payment"
  | "not-allowed"
  /** Nobody gives money to themselves. */
  | "own-payment"
  | "unknown-store"
  | "not-paid";

export type RefundAnswer =
  | { ok: true; refundId: number }
  | { ok: false; refusal: RefundRefusal }
  /** `left`: what can still be given back, in minor units. */
  | { ok: false; refusal: "more-than-left"; left: number };

const refused = (refusal: RefundRefusal): RefundAnswer => ({ ok: false, refusal });

/**
 * Gives money back over the counter, all of it or a part, and tells whatever it was paid for in the same
 * transaction. That is another act than giving the thing back, which is done only where whoever refunds says so.
 */
export async function refundAtCounter(
  wanted: CounterRefund,
  actor: Actor,
  payables: readonly Payable[],
): Promise<RefundAnswer> {
  const requestKey = `${actor.by}:${wanted.requestKey}`;
  return inRetriedTransaction<RefundAnswer>(async (tx) => {
    const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
    if (!may(roles, "payments.refund")) return refused("not-allowed");
    const locked = await lockPayment(tx, wanted.paymentId, payables);
    if (!locked) return refused("no-such-payment");
    const { payment, payable } = locked;
    const before = payment.refunds.find((refund) => refund.requestKey === requestKey);
    if (before) return { ok: true, refundId: before.id };
    if (payment.member.personId === actor.by) return refused("own-payment");
    if (payment.state !== "paid") return refused("not-paid");
    const left = refundableOf(payment.amountMinor, payment.refunds);
    if (wanted.amountMinor > left) return { ok: false, refusal: "more-than-left", left };
    if (!(await isStoreOpen(tx, wanted.storeId))) return refused("unknown-store");
    const { id: refundId } = await tx.paymentRefund.create({
      data: {
        paymentId: payment.id,
        amountMinor: wanted.amountMinor,
        reason: wanted.reason,
        method: wanted.method,
        state: "succeeded",
        settledAt: new Date(),
        counterReceipt: wanted.receiptNumber,
        storeId: wanted.storeId,
        requestedBy: actor.by,
        requestKey,
      },
      select: { id: true },
    });
    await payable.onRefunded?.(tx, tellOf(payment), {
      id: refundId,
      amountMinor: wanted.amountMinor,
      whole: wanted.amountMinor === left,
      takeBack: wanted.takeBack,
      by: actor.by,
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "payment.refunded",
      subject: `member:${payment.member.number}`,
      detail: {
        payment: payment.id,
        about: payment.title.en,
        sum: formatMoney(wanted.amountMinor, payment.currency, "en"),
        method: wanted.method,
        counterReceipt: wanted.receiptNumber,
        takeBack: wanted.takeBack,
        reason: wanted.reason,
      },
      address: actor.address,
    });
    await writeLetterTo(tx, payment.member.person, {
      template: "payment-refunded",
      props: {
        paymentId: payment.id,
        title: payment.title,
        amountMinor: wanted.amountMinor,
        currency: payment.currency,
        method: wanted.method,
        reason: wanted.reason,
      },
      dedupKey: `payment-refunded:${refundId}`,
    });
    return { ok: true, refundId };
  });
}
