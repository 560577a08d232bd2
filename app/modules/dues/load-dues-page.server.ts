import { loadClub } from "#app/modules/club/load-club.server.ts";
import { receiptName } from "#app/modules/payments/payment.ts";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Standing } from "#app/modules/standing/tier.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type NothingToPay, offerDues } from "./dues-offer.ts";

/** A year that was paid for, or is owed. Money is in the smallest unit of its own currency. */
export type YearShown = {
  paymentId: number;
  state: "owed" | "paid" | "ended";
  amountMinor: number;
  currency: string;
  /** Of one that is owed: until when. */
  dueUntil: Date | null;
  /** Of one that was paid. */
  from: Day | null;
  through: Day | null;
  receipt: string | null;
};

export type DuesPage = {
  standing: Standing;
  /** What can be paid for today; days are the club's. */
  offer:
    | { ok: true; amountMinor: number; ahead: boolean; from: Day; through: Day }
    | ({ ok: false } & NothingToPay);
  owed: YearShown | null;
  /** Paid and taken back, the latest first. */
  years: YearShown[];
  rules: Pick<ClubRules, "tiers" | "earning" | "otherEarning">;
};

const YEARS = 20;

/** Reads what a member can pay for, owes and has paid in two queries side by side. */
export async function loadDuesPage(db: Db, memberId: number, now?: Date): Promise<DuesPage> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const time = clubTime(timeZone);
  const [facts, years] = await Promise.all([
    loadGoldStanding(db, memberId, now),
    loadYears(db, memberId, time.dayOf),
  ]);
  const offer = offerDues(facts, book, time);
  const { tiers, earning, otherEarning } = rulesAt(book, facts.at).rules;
  return {
    standing: facts.status.standing,
    offer: offer.ok
      ? {
          ok: true,
          amountMinor: offer.amountMinor,
          ahead: offer.ahead,
          from: time.dayOf(offer.from),
          through: time.dayOf(new Date(offer.until.getTime() - 1)),
        }
      : offer,
    owed: years.find(({ state }) => state === "owed") ?? null,
    years: years.filter(({ state }) => state !== "owed"),
    rules: { tiers, earning, otherEarning },
  };
}

async function loadYears(db: Db, memberId: number, dayOf: (at: Date) => Day): Promise<YearShown[]> {
  const rows = await db.goldYear.findMany({
    where: { memberId, state: { in: ["owed", "paid", "ended"] } },
    orderBy: { id: "desc" },
    take: YEARS,
    include: { payment: true },
  });
  return rows.map(({ paymentId, state, beginsAt, endsAt, endedAt, payment }) => ({
    paymentId,
    state: state as YearShown["state"],
    amountMinor: Number(payment.amountMinor),
    currency: payment.currency,
    dueUntil: payment.dueUntil,
    from: beginsAt && dayOf(beginsAt),
    through: endedAt ? dayOf(endedAt) : endsAt && dayOf(new Date(endsAt.getTime() - 1)),
    receipt:
      payment.receiptYear === null || payment.receiptNumber === null
        ? null
        : receiptName(payment.receiptYear, payment.receiptNumber),
  }));
}
