import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes times of gold down, in the caller's transaction, whatever they come from. */
export async function addTierPeriods(
  db: Db,
  periods: Prisma.TierPeriodCreateManyInput[],
): Promise<void> {
  if (periods.length > 0) await db.tierPeriod.createMany({ data: periods });
}

/**
 * Writes a time of gold down that was paid for, in the caller's transaction.
 *
 * @returns its id, by which it can be ended.
 */
export async function addPaidPeriod(
  db: Db,
  { memberId, from, until }: { memberId: number; from: Date; until: Date },
): Promise<number> {
  const { id } = await db.tierPeriod.create({
    data: { memberId, tier: "gold", cause: "dues", startsAt: from, endsAt: until },
    select: { id: true },
  });
  return id;
}

/**
 * Ends a time of gold that was paid for, whose money went back, in the caller's transaction: without grace, and
 * as if it had never been where it has not begun.
 */
export async function endPaidPeriod(
  db: Db,
  periodId: number,
  { at, by }: { at: Date; by: number | null },
): Promise<void> {
  const begun = await db.tierPeriod.updateMany({
    where: { id: periodId, startsAt: { lt: at } },
    data: { endsAt: at, cause: "dues_withdrawn", withdrawnBy: by },
  });
  if (begun.count === 0) await db.tierPeriod.deleteMany({ where: { id: periodId } });
}

/**
 * Ends a granted time of gold before its last day, in the caller's transaction.
 *
 * @param withdrawal.at the instant it ends; `by` who took it back, and why, in words that the member reads too.
 */
export async function withdrawTierPeriod(
  db: Db,
  periodId: number,
  { at, by, reason }: { at: Date; by: number; reason: string },
): Promise<void> {
  await db.tierPeriod.update({
    where: { id: periodId },
    data: { endsAt: at, withdrawnBy: by, withdrawnReason: reason },
  });
}

/** Removes what was kept of some members' tiers, as if they had never been in the club. */
export async function removeTiers(db: Db, members: number[]): Promise<void> {
  await db.tierPeriod.deleteMany({ where: { memberId: { in: members } } });
  await db.tierNotice.deleteMany({ where: { memberId: { in: members } } });
}
