import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { givenUpMinor, refundedMinor } from "./payment-sql.server.ts";

/**
 * Money that somebody of finance has to look after. `refund-failed`: it did not go back. `refund-elsewhere`: it was
 * given back in Stripe's dashboard, and what it was paid for is still with the member; `refund-twice`: so it was, and
 * more than was paid has gone back. `return-failed`: it came for nothing and did not go back. `refund-due`: what it
 * paid for was given up, or a part of it. `second-subscription`: it is of a subscription beside another. `disputed`: the member's bank
 * has taken it, until it decides.
 */
export type PaymentTaskKind =
  | "refund-failed"
  | "refund-elsewhere"
  | "refund-twice"
  | "return-failed"
  | "refund-due"
  | "second-subscription"
  | "disputed";

export type PaymentTask = {
  kind: PaymentTaskKind;
  /** Of the refund, the attempt or the payment; 0 of a dispute, which ends by itself. */
  id: number;
  paymentId: number;
  title: InBoth;
  memberNumber: string;
  amountMinor: number;
  currency: string;
  at: Date;
};

/** Rows of kind, id, payment_id, amount_minor and at. */
const TASKS = Prisma.sql`
  select case when mine.state in ('failed', 'cancelled') then 'refund-failed'
      when ${refundedMinor} > payment.amount_minor then 'refund-twice' else 'refund-elsewhere' end as kind,
    mine.id, mine.payment_id, mine.amount_minor, mine.created_at as at
  from payment_refund mine join payment on payment.id = mine.payment_id
  where mine.method = 'stripe' and mine.seen_by is null
    and (mine.state in ('failed', 'cancelled') or mine.requested_by is null)
  union all
  select 'return-failed', checkout.id, checkout.payment_id, payment.amount_minor, checkout.created_at
  from payment_checkout checkout join payment on payment.id = checkout.payment_id
  where checkout.return_state in ('failed', 'cancelled') and checkout.seen_by is null
  union all
  select 'refund-due', payment.id, payment.id, ${givenUpMinor} - ${refundedMinor}, given.given_up_at
  from payment_given_up given join payment on payment.id = given.payment_id
  where given.seen_by is null and ${givenUpMinor} > ${refundedMinor}
  union all
  select question.kind, question.id, payment.id, payment.amount_minor, question.created_at
  from payment_question question join payment on payment.id = question.payment_id
  where question.seen_by is null
  union all
  select 'disputed', 0, payment_id, amount_minor, opened_at from payment_dispute where state = 'open'`;

/** How many there are and since when, as {@link WaitingFacts}. */
export const waitingTasks = Prisma.sql`
  select jsonb_build_object('count', count(*), 'oldest', min(at)) from (${TASKS}) task`;

/** The oldest first. */
export async function listPaymentTasks(db: Db, limit: number): Promise<PaymentTask[]> {
  const rows = await db.$queryRaw<
    {
      kind: PaymentTaskKind;
      id: number;
      payment_id: number;
      title_en: string;
      title_zh: string;
      number: string;
      amount_minor: bigint;
      currency: string;
      at: Date;
    }[]
  >`
    select task.kind, task.id, task.payment_id, payment.title_en, payment.title_zh, member.number,
      task.amount_minor, payment.currency, task.at
    from (${TASKS}) task
    join payment on payment.id = task.payment_id join member on member.id = payment.member_id
    order by task.at, task.payment_id limit ${limit}`;
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    paymentId: row.payment_id,
    title: { en: row.title_en, zh: row.title_zh },
    memberNumber: row.number,
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    at: row.at,
  }));
}

/**
 * Notes that somebody of finance has looked after one.
 *
 * @returns false where somebody was faster.
 */
export async function answerPaymentTask(
  task: { kind: Exclude<PaymentTaskKind, "disputed">; id: number },
  actor: Actor,
): Promise<boolean> {
  const { kind } = task;
  return inRetriedTransaction(async (tx) => {
    const [found] = await seenBy(tx, task, actor.by);
    if (!found) return false;
    const payment = await tx.payment.findUniqueOrThrow({
      where: { id: found.paymentId },
      select: { titleEn: true, member: { select: { number: true } } },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "payment.looked-after",
      subject: `member:${payment.member.number}`,
      detail: { payment: found.paymentId, about: payment.titleEn, trouble: kind },
      address: actor.address,
    });
    return true;
  });
}

/** Marks one as seen, where nobody has; answers its payment. */
function seenBy(
  tx: Db,
  { kind, id }: { kind: Exclude<PaymentTaskKind, "disputed">; id: number },
  by: number,
): Promise<{ paymentId: number }[]> {
  const seen = { data: { seenBy: by }, select: { paymentId: true } } as const;
  switch (kind) {
    case "refund-due":
      return tx.paymentGivenUp.updateManyAndReturn({
        where: { paymentId: id, seenBy: null },
        ...seen,
      });
    case "second-subscription":
      return tx.paymentQuestion.updateManyAndReturn({ where: { id, kind, seenBy: null }, ...seen });
    case "return-failed":
      return tx.paymentCheckout.updateManyAndReturn({
        where: { id, seenBy: null, returnState: { in: ["failed", "cancelled"] } },
        ...seen,
      });
    default:
      return tx.paymentRefund.updateManyAndReturn({
        where: { id, seenBy: null, method: "stripe" },
        ...seen,
      });
  }
}
