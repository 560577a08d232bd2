import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER } from "#app/modules/person/reader.ts";
import { orderImportContext } from "#app/modules/service/import-service-orders.server.ts";
import { type Rejudged, rejudgeOrders } from "#app/modules/service/rejudge-orders.server.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import { addPaidPeriod } from "#app/modules/standing/write-tier-periods.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type GoldYearSpan, goldYearBought } from "./gold-year.ts";

export type PaidGoldYear = {
  memberId: number;
  /** The payment that it was paid with: it pays for one year, however often this is told. */
  paymentId: number;
  /** When it was paid. The year begins then, or where the gold that its member has by then ends. */
  from: Date;
};

export type AddedGoldYear = GoldYearSpan & {
  id: number;
  /** What judging again the orders settled in it came to. */
  rejudged: Rejudged;
};

const NOTHING: Rejudged = { orders: 0, points: 0 };

/**
 * Gives a member the year of gold that they have paid for, in the caller's transaction, judges again what was settled
 * within it and tells its owner. However it was paid, at the counter, online once or by a subscription, it begins and
 * ends by the same rule. Told again of a payment it changes nothing.
 *
 * The caller holds `lockOrdersOf` (modules/service), taken before any lock of its own.
 */
export async function addGoldYear(tx: Db, year: PaidGoldYear): Promise<AddedGoldYear> {
  const { memberId, paymentId, from: paidAt } = year;
  const known = await tx.goldYear.findUnique({ where: { paymentId } });
  if (known?.beginsAt && known.endsAt) {
    return { id: known.id, from: known.beginsAt, until: known.endsAt, rejudged: NOTHING };
  }
  const context = await orderImportContext(undefined, tx);
  const { periods } = await loadGoldStanding(tx, memberId);
  const span = goldYearBought(paidAt, periods, context.book, context.time);
  const tierPeriodId = await addPaidPeriod(tx, { memberId, ...span });
  const paid = { state: "paid", beginsAt: span.from, endsAt: span.until, tierPeriodId };
  const { id } = await tx.goldYear.upsert({
    where: { paymentId },
    create: { memberId, paymentId, ...paid },
    update: paid,
    select: { id: true },
  });
  const rejudged = await rejudgeOrders(tx, memberId, context);
  await tell(tx, year, span, rejudged, context.time);
  return { id, ...span, rejudged };
}

async function tell(
  tx: Db,
  { memberId, paymentId, from: paidAt }: PaidGoldYear,
  span: GoldYearSpan,
  rejudged: Rejudged,
  time: ClubTime,
): Promise<void> {
  const { number, person } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { number: true, person: { select: READER } },
  });
  const from = time.dayOf(span.from);
  const through = time.dayOf(new Date(span.until.getTime() - 1));
  await writeAudit(tx, {
    personId: null,
    action: "gold.paid-for",
    subject: `member:${number}`,
    detail: { payment: paymentId, from, through, ...rejudged },
  });
  const ahead = span.from > paidAt;
  await writeLetterTo(tx, person, {
    template: "tier-changed",
    props: {
      tier: "gold",
      cause: ahead ? "dues_ahead" : "dues",
      ...(ahead && { from }),
      through,
      reason: null,
      paymentId,
    },
    // As the hourly letters have it: they do not tell once more of the same beginning.
    dedupKey: `tier-changed:${memberId}:${span.from.toISOString()}:gold`,
  });
}
