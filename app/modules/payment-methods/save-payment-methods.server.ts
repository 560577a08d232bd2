import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { methodsMark, type PaymentMethods, readMethods } from "./load-payment-methods.server.ts";

export type MethodsSaved = { ok: true } | { ok: false; refusal: "changed-meanwhile" };

/**
 * Saves which ways of paying the club takes. What is being paid goes on as it began; a page at Stripe that was opened
 * before is opened anew the next time.
 *
 * @param seen the mark of what the admin's page showed.
 */
export async function savePaymentMethods(
  methods: PaymentMethods,
  seen: string,
  actor: Actor,
): Promise<MethodsSaved> {
  return inRetriedTransaction<MethodsSaved>(async (tx) => {
    await tx.$executeRaw`select id from payment_methods where id = 1 for update`;
    const before = readMethods(await tx.paymentMethods.findUnique({ where: { id: 1 } }));
    if (methodsMark(before) !== seen) return { ok: false, refusal: "changed-meanwhile" };
    if (methodsMark(methods) === seen) return { ok: true };
    const row = {
      counter: methods.counter,
      online: methods.online ?? [],
      inDashboard: methods.online === null,
    };
    await tx.paymentMethods.upsert({ where: { id: 1 }, create: { id: 1, ...row }, update: row });
    await writeAudit(tx, {
      personId: actor.by,
      action: "payment-methods.changed",
      subject: "club:1",
      detail: {
        counterMethods: methods.counter,
        onlineMethods: methods.online ?? ["dashboard"],
      },
      address: actor.address,
    });
    return { ok: true };
  });
}
