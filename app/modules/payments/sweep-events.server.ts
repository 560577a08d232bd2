import type { PrismaClient } from "#app/generated.server/prisma/client.ts";

/** Stripe repeats a webhook for three days, and disputes are argued about for months. */
const KEPT_DAYS = 400;

/** Forgets webhooks that nobody will ask about any more: what they led to stands in the books. */
export function sweepEvents(db: PrismaClient): Promise<unknown> {
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000);
  return db.stripeEvent.deleteMany({ where: { receivedAt: { lt: before } } });
}
