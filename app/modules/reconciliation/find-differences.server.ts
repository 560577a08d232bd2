import { recordsAtStripe } from "#app/modules/payments/payment-sql.server.ts";
import { addDays, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import {
  checkFee,
  checkPayout,
  compareBooks,
  type OwnRecord,
  type ToldSum,
} from "./compare-books.ts";
import type { Difference } from "./difference.ts";
import { noteDifferences } from "./note-differences.server.ts";
import { dateOf } from "./reconciliation-day.ts";

/** For so many days what is in a payout may still change. */
const DAYS_PUT_TOGETHER = 14;

/**
 * Holds a day that was read against the club's own books, and whatever differed before and is not solved; then the day
 * is done. Whichever day a thing was written on at either side, it is one thing.
 */
export async function findDifferences(day: Day): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    await takeTurns(tx, "reconciliation");
    const { startsAt, endsAt, listedAt } = await tx.reconciliationDay.findUniqueOrThrow({
      where: { day: dateOf(day) },
    });
    // Somebody has asked for it anew since.
    if (!listedAt) return;
    const payouts = await loadPayouts(tx, day);
    const unlisted = new Set(payouts.filter(({ listed }) => !listed).map(({ id }) => id));
    const unsolved = (
      await tx.reconciliationDifference.findMany({ where: { state: { not: "solved" } } })
    ).filter(({ what, subject }) => what !== "payout" || !unlisted.has(subject));
    const subjects = await loadSubjects(tx, day, startsAt, endsAt);
    const looked = [...new Set([...subjects, ...unsolved.map(({ subject }) => subject)])];
    const movements = await loadMovements(tx, day, unsolved);
    const found = [
      ...compareBooks(await loadTold(tx, looked), await loadOurs(tx, looked)),
      ...movements.flatMap((movement) => checkFee(movement) ?? []),
      ...payouts.filter(({ listed }) => listed).flatMap((payout) => checkPayout(payout) ?? []),
    ];
    await noteDifferences(tx, day, found, unsolved);
    await lookAgainAt(tx, day, found);
    await tx.reconciliationDay.update({
      where: { day: dateOf(day) },
      data: { readAt: new Date(), failedAt: null, failure: null },
    });
  });
}

/** By what everything is known that either side has on the day. */
async function loadSubjects(tx: Db, day: Day, from: Date, until: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ subject: string }[]>`
    select subject from stripe_transaction where day = ${day}::date and what not in ('fee', 'payout')
    union
    select subject from (${recordsAtStripe}) record where at >= ${from} and at < ${until}`;
  return rows.map(({ subject }) => subject);
}

async function loadTold(tx: Db, subjects: readonly string[]): Promise<ToldSum[]> {
  const rows = await tx.$queryRaw<(Omit<ToldSum, "amount"> & { amount: bigint })[]>`
    select what, subject, subject_currency as currency, sum(subject_amount)::bigint as amount
    from stripe_transaction
    where subject = any(${subjects}) and what not in ('fee', 'payout')
    group by what, subject, subject_currency`;
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

async function loadOurs(tx: Db, subjects: readonly string[]): Promise<OwnRecord[]> {
  const rows = await tx.$queryRaw<
    (Pick<OwnRecord, "what" | "subject" | "currency" | "state"> & {
      payment_id: number;
      amount_minor: bigint;
    })[]
  >`
    select what, subject, payment_id, amount_minor, currency, state from (${recordsAtStripe}) record
    where subject = any(${subjects})`;
  return rows.map(({ payment_id, amount_minor, ...row }) => ({
    ...row,
    paymentId: payment_id,
    amountMinor: Number(amount_minor),
  }));
}

/** Those of the day, and those that did not add up before. */
async function loadMovements(
  tx: Db,
  day: Day,
  unsolved: readonly { kind: string; subject: string }[],
) {
  const again = unsolved.filter(({ kind }) => kind === "fee").map(({ subject }) => subject);
  const rows = await tx.stripeTransaction.findMany({
    where: { OR: [{ day: dateOf(day) }, { id: { in: again } }] },
    select: { id: true, currency: true, amount: true, fee: true, net: true, said: true },
  });
  return rows.map(({ id, currency, amount, fee, net, said }) => ({
    id,
    currency,
    amount: Number(amount),
    fee: Number(fee),
    net: Number(net),
    said: said as Record<string, unknown>,
  }));
}

/** Those of the day, and those that did not add up before. */
async function loadPayouts(tx: Db, day: Day) {
  const rows = await tx.$queryRaw<
    { id: string; currency: string; amount: bigint; contents: bigint; listed: boolean }[]
  >`
    select payout.id, payout.currency, payout.amount, payout.listed_at is not null as listed,
      (select coalesce(sum(net), 0)::bigint from stripe_transaction inside where inside.payout_id = payout.id)
        as contents
    from stripe_payout payout
    where payout.automatic
      and (payout.day = ${day}::date or exists (
        select from reconciliation_difference difference
        where difference.what = 'payout' and difference.subject = payout.id and difference.state <> 'solved'))`;
  return rows.map(({ amount, contents, ...row }) => ({
    ...row,
    amount: Number(amount),
    contents: Number(contents),
  }));
}

/** Stripe may still be putting together what is in a payout: it is asked again with the days that follow. */
async function lookAgainAt(tx: Db, day: Day, found: readonly Difference[]): Promise<void> {
  const ids = found.filter(({ kind }) => kind === "payout").map(({ subject }) => subject);
  await tx.stripePayout.updateMany({
    where: { id: { in: ids }, day: { gte: dateOf(addDays(day, -DAYS_PUT_TOGETHER)) } },
    data: { cursor: null, listedAt: null },
  });
}
