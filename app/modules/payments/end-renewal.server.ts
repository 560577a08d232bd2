import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { lockPayment } from "./lock-payment.server.ts";
import type { Payable } from "./payable.ts";

export type EndRenewalRefusal =
  | "no-such-payment"
  | "not-allowed"
  /** It is charged no more as it is. */
  | "ends-already"
  /** Nothing would be charged again: it never was, or that is over. */
  | "not-running";

export type EndRenewalAnswer = { ok: true } | { ok: false; refusal: EndRenewalRefusal };

/**
 * Has what renews itself by a payment end, whatever became of the payment's own money: it may have been refunded whole
 * long ago. Sent twice it is done and written down once.
 */
export function endRenewal(
  wanted: { paymentId: number; reason: string },
  actor: Actor,
  payables: readonly Payable[],
): Promise<EndRenewalAnswer> {
  const refused = (refusal: EndRenewalRefusal): EndRenewalAnswer => ({ ok: false, refusal });
  return inRetriedTransaction<EndRenewalAnswer>(async (tx) => {
    const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
    if (!may(roles, "payments.end-renewal")) return refused("not-allowed");
    const locked = await lockPayment(tx, wanted.paymentId, payables);
    if (!locked) return refused("no-such-payment");
    const { payment, payable } = locked;
    const end = (await payable.endRenewal?.(tx, payment.reference)) ?? "not-running";
    if (end === "asked-before") return { ok: true };
    if (end !== "asked") return refused(end);
    await writeAudit(tx, {
      personId: actor.by,
      action: "payment.renewal-ended",
      subject: `member:${payment.member.number}`,
      detail: { payment: payment.id, about: payment.title.en, reason: wanted.reason },
      address: actor.address,
    });
    return { ok: true };
  });
}
