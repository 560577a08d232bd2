import { GOLD_YEAR_TITLE } from "#app/modules/dues/owe-gold-year.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { askFinance, recordInvoice } from "#app/modules/payments/record-invoice.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { keptUntil } from "./kept-until.server.ts";
import type { ReadInvoice } from "./subscription.ts";

/**
 * Writes invoices as Stripe says they stand, in the caller's transaction. One that is paid becomes a payment, and with
 * it a year of gold, once; one of nothing becomes neither.
 */
export async function writeInvoices(
  tx: Db,
  memberId: number,
  said: readonly ReadInvoice[],
  payables: readonly Payable[],
): Promise<void> {
  const known = await tx.goldInvoice.findMany({ where: { subscription: { memberId } } });
  for (const invoice of said) {
    const { id, paidMinor: _paid, paymentIntent: _intent, ...facts } = invoice;
    const before = known.find((each) => each.id === id);
    await tx.goldInvoice.upsert({ where: { id }, create: { id, ...facts }, update: facts });
    if (before?.paymentId) continue;
    if (invoice.status === "paid") await take(tx, memberId, invoice, payables);
    else if (invoice.attempts > (before?.attempts ?? 0)) await tellOfFailure(tx, memberId, invoice);
  }
}

async function take(
  tx: Db,
  memberId: number,
  invoice: ReadInvoice,
  payables: readonly Payable[],
): Promise<void> {
  const { id, paidMinor, currency, paymentIntent, subscriptionId } = invoice;
  if (invoice.totalMinor === 0) return;
  if (paidMinor === 0 || paymentIntent === null) {
    // Marked as paid in the dashboard: its money is not at Stripe, and is taken at a counter.
    log().error({ invoice: id }, "an invoice is paid, but not by Stripe");
    return;
  }
  const paid = { amountMinor: paidMinor, currency, invoiceId: id, paymentIntent };
  const owed = { purpose: "dues", memberId, title: GOLD_YEAR_TITLE, ...paid } as const;
  const paymentId = await recordInvoice(tx, owed, payables);
  await tx.goldInvoice.update({ where: { id }, data: { paymentId } });
  const of = await tx.goldSubscription.findUniqueOrThrow({ where: { id: subscriptionId } });
  if (of.second) await askFinance(tx, paymentId, "second-subscription");
}

/** Once for each attempt that failed; of several that nobody has told of, the last. */
async function tellOfFailure(tx: Db, memberId: number, invoice: ReadInvoice): Promise<void> {
  const { status } = await tx.goldSubscription.findUniqueOrThrow({
    where: { id: invoice.subscriptionId },
  });
  // Of one that has ended there is nothing left to pay.
  if (invoice.status !== "open" || status === "canceled") return;
  const { person } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: READER } },
  });
  await writeLetterTo(tx, person, {
    template: "gold-dues-failed",
    props: {
      amountMinor: invoice.totalMinor,
      currency: invoice.currency,
      again: invoice.nextAttemptAt?.toISOString() ?? null,
      ...(await keptUntil(tx, memberId)),
    },
    dedupKey: `gold-dues-failed:${invoice.id}:${invoice.attempts}`,
  });
}
