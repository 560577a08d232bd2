import { type RuleBook, rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { GoldPeriod } from "#app/modules/standing/tier.ts";
import type { TierStatus } from "#app/modules/standing/tier-status.ts";
import { addDays, type ClubTime, type Day } from "#app/platform/club-time.ts";
import { type GoldYearSpan, goldYearBought } from "./gold-year.ts";

/** How long before the end of gold its next year can be paid for. */
const RENEWAL_DAYS = 90;

/** Why a year would bring nothing, or nothing yet. */
export type NothingToPay =
  /** The club's rules have no dues. */
  | { refusal: "not-sold" }
  /** Their gold has no end. */
  | { refusal: "without-end" }
  /** Their gold, or what they have paid for, lasts to `through`; from `opens` on the next year can be paid. */
  | { refusal: "not-yet"; through: Day; opens: Day }
  /** Their status points renew it after `through` without any money. */
  | { refusal: "renews-itself"; through: Day };

export type DuesOffer =
  /** `ahead`: it follows on the gold that they have. */
  | ({ ok: true; amountMinor: number; ahead: boolean } & GoldYearSpan)
  | ({ ok: false } & NothingToPay);

type Facts = { at: Date; status: TierStatus; periods: readonly GoldPeriod[] };

/** What a member can pay for today, at the price of today's rules. */
export function offerDues(facts: Facts, book: RuleBook, time: ClubTime): DuesOffer {
  const amountMinor = rulesAt(book, facts.at).rules.tiers.goldDuesMinor;
  if (amountMinor === 0) return { ok: false, refusal: "not-sold" };
  const nothing = bringsNothing(facts, book, time);
  if (nothing) return { ok: false, ...nothing };
  const span = goldYearBought(facts.at, facts.periods, book, time);
  return { ok: true, amountMinor, ahead: span.from > facts.at, ...span };
}

/** Why a year paid for now would bring a member nothing that they do not have, or would have, without it. */
export function bringsNothing(
  { at, status, periods }: Facts,
  book: RuleBook,
  time: ClubTime,
): NothingToPay | null {
  if (periods.some(({ from, endless }) => endless && from <= at)) return { refusal: "without-end" };
  const { from } = goldYearBought(at, periods, book, time);
  if (from <= at) return null;
  const through = time.dayOf(new Date(from.getTime() - 1));
  const opens = addDays(through, -RENEWAL_DAYS);
  if (time.dayOf(at) < opens) return { refusal: "not-yet", through, opens };
  return status.keeps?.points === 0 ? { refusal: "renews-itself", through } : null;
}
