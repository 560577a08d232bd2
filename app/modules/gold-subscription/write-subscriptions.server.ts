import { askFinance } from "#app/modules/payments/record-invoice.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { firstOf, isEnding, OVER, type ReadSubscription, UNPAID } from "./subscription.ts";
import { tellOfEnd } from "./tell-of-end.server.ts";

/** Letters are written once invoices are: only then it is known how long gold lasts. */
export type SubscriptionChange = { tell: () => Promise<void> };

/**
 * Writes a member's subscriptions as Stripe says they stand, in the caller's transaction.
 *
 * @param said null where Stripe knows the member no longer: whatever lived is over.
 */
export async function writeSubscriptions(
  tx: Db,
  memberId: number,
  said: readonly ReadSubscription[] | null,
  now: Date,
): Promise<SubscriptionChange> {
  const known = await tx.goldSubscription.findMany({ where: { memberId } });
  const isLive = ({ status }: { status: string }) => !OVER.includes(status);
  const before = known.find((each) => isLive(each) && !each.second)?.id ?? null;
  if (said === null) {
    await tx.goldSubscription.updateMany({
      where: { memberId, status: { notIn: [...OVER] } },
      data: { status: "canceled", endedAt: now, lookedAt: now },
    });
    return { tell: async () => {} };
  }
  const first = firstOf(said, before);
  // What is over makes room for what lives.
  const inOrder = [...said].sort((one, other) => Number(isLive(one)) - Number(isLive(other)));
  for (const { id, ...facts } of inOrder) {
    const second = isLive(facts) && id !== first;
    const was = known.find((each) => each.id === id);
    const data = {
      ...facts,
      lookedAt: now,
      second: second || ((was?.second ?? false) && id !== first),
    };
    await tx.goldSubscription.upsert({
      where: { id },
      create: { id, memberId, ...data },
      update: data,
    });
    if (second) await tellFinance(tx, id);
    await stopAsking(tx, { id, ...facts });
  }
  return {
    tell: async () => {
      const was = known.find(({ id }) => id === before);
      const is = said.find(({ id }) => id === before);
      if (was && is) await tellOfEnd(tx, memberId, was, is);
      else if (first && first !== before) {
        const begun = said.find(({ id }) => id === first);
        if (begun && isEnding(begun)) await tellOfEnd(tx, memberId, null, begun);
      }
    },
  };
}

/** What a second one brought already; what it brings later says so itself. */
async function tellFinance(tx: Db, subscriptionId: string): Promise<void> {
  const paid = await tx.goldInvoice.findMany({
    where: { subscriptionId, paymentId: { not: null } },
    select: { paymentId: true },
  });
  for (const { paymentId } of paid) {
    if (paymentId !== null) await askFinance(tx, paymentId, "second-subscription");
  }
}

/**
 * Whoever ends what they have not paid is not charged for it any more: it ends at once, at Stripe as well, where it
 * would be tried again until its period's end.
 */
async function stopAsking(
  tx: Db,
  { id, status, ...end }: Omit<ReadSubscription, "itemId">,
): Promise<void> {
  if (!UNPAID.includes(status) || !isEnding(end)) return;
  await enqueue(tx, "end-subscription", { subscription: id }, { jobKey: `end-subscription:${id}` });
}
