import { loadClub } from "#app/modules/club/load-club.server.ts";
import { cancelPayment } from "#app/modules/payments/cancel-payment.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { lockMembers } from "#app/modules/standing/change-status.server.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type NothingToPay, offerDues } from "./dues-offer.ts";

/** How long a year that was asked for waits for its money. */
const PAY_WITHIN_DAYS = 7;
/** What is paid for, as receipts name it. */
export const GOLD_YEAR_TITLE = { en: "Gold for a year", zh: "金卡年费（一年）" };

export type WantedGoldYear = {
  memberId: number;
  /** Its price as it stood on the page, in minor units. */
  seenMinor: number;
  /** The person who asks: the member's own, or who acts for them. */
  by: number;
};

export type OweRefusal =
  | NothingToPay
  | { refusal: "account-closed" }
  /** `amountMinor`: what it costs now. */
  | { refusal: "price-changed"; amountMinor: number };

export type OweAnswer = { ok: true; paymentId: number } | ({ ok: false } & OweRefusal);

/**
 * Notes that a member wants to pay for a year of gold. There is one at a time: asked again, it is the one that is
 * open, at the price that it was asked for at.
 */
export function oweGoldYear(wanted: WantedGoldYear): Promise<OweAnswer> {
  return inRetriedTransaction<OweAnswer>(async (tx) => {
    await lockMembers(tx, [wanted.memberId]);
    return oweWithin(tx, wanted);
  });
}

/** The same in the caller's transaction, which has locked the member. */
export async function oweWithin(tx: Db, wanted: WantedGoldYear): Promise<OweAnswer> {
  const { memberId, seenMinor, by } = wanted;
  const { person } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: { closedAt: true } } },
  });
  if (person.closedAt) return { ok: false, refusal: "account-closed" };
  const facts = await loadGoldStanding(tx, memberId);
  const open = await openYear(tx, memberId, facts.at);
  if (open !== null) return { ok: true, paymentId: open };

  const { timeZone, currency } = await loadClub(tx);
  const time = clubTime(timeZone);
  const offer = offerDues(facts, await loadRuleBook(tx), time);
  if (!offer.ok) return offer;
  const { amountMinor } = offer;
  if (amountMinor !== seenMinor) return { ok: false, refusal: "price-changed", amountMinor };
  const id = await nextId(tx);
  const paymentId = await owePayment(tx, {
    purpose: "dues",
    reference: id,
    memberId,
    title: GOLD_YEAR_TITLE,
    amountMinor,
    currency,
    dueUntil: time.endOfDay(addDays(time.dayOf(facts.at), PAY_WITHIN_DAYS)),
  });
  await tx.goldYear.create({ data: { id, memberId, paymentId, state: "owed", createdBy: by } });
  return { ok: true, paymentId };
}

/** The payment that is open; one that has waited too long is let go, unless it is being paid at this moment. */
async function openYear(tx: Db, memberId: number, at: Date): Promise<number | null> {
  const owed = await tx.goldYear.findFirst({
    where: { memberId, state: "owed" },
    select: { id: true, paymentId: true, payment: { select: { dueUntil: true } } },
  });
  if (!owed) return null;
  const { dueUntil } = owed.payment;
  if (!dueUntil || dueUntil > at) return owed.paymentId;
  return (await letGo(tx, owed)) ? null : owed.paymentId;
}

/**
 * Lets a year go that is owed, in the caller's transaction, which has locked the member.
 *
 * @returns false where it is being paid at this moment, so that it stays.
 */
export async function letGo(tx: Db, owed: { id: number; paymentId: number }): Promise<boolean> {
  const cancelled = await cancelPayment(tx, owed.paymentId);
  if (!cancelled.ok) return false;
  await tx.goldYear.update({ where: { id: owed.id }, data: { state: "cancelled" } });
  return true;
}

/** The payment names the year, which names the payment. */
async function nextId(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('gold_year_id_seq') as id`;
  return Number(row?.id);
}
