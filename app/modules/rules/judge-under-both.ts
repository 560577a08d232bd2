import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import type { Payer } from "#app/modules/rulebook/payer.ts";
import type { RuleBook } from "#app/modules/rulebook/rule-book.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import { judgeOrder } from "#app/modules/service/earning.ts";
import { goldHistory } from "#app/modules/standing/gold-history.ts";
import { type GoldPeriod, type StatusEntry, tierAt } from "#app/modules/standing/tier.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { MemberUnderBoth } from "./preview-tally.ts";

/** A member with the facts their gold follows from, and the orders to judge. */
export type PreviewedMember = {
  number: string;
  name: string;
  programme: string;
  /** Gold that was given: dues, grants, the roster. */
  given: readonly GoldPeriod[];
  status: readonly StatusEntry[];
  orders: readonly {
    store: string;
    number: string;
    settledAt: Date;
    kind: WorkKind;
    paid: number;
    payer: Payer;
  }[];
};

/** Two ways the rules could have been: the club's own book, with one or the other version from an instant on. */
export type TwoBooks = {
  before: RuleBook;
  after: RuleBook;
  rules: { before: ClubRules; after: ClubRules };
  /** Neither changes who is gold, so that it is worked out once. */
  sameTiers: boolean;
  now: Date;
  time: ClubTime;
};

/** A club's book up to an instant, and from then on one set of rules. */
export function bookWith(book: RuleBook, rules: ClubRules, from: Date): RuleBook {
  const past = book.filter(({ startsAt }) => startsAt < from);
  const version = Math.max(0, ...book.map((each) => each.version)) + 1;
  return [...past, { version, startsAt: from, rules }];
}

/**
 * Judges a member's orders as they would have been judged under two versions of the rules, with the gold
 * that each of them would have brought. Base points, and so status points, are taken as they are kept for
 * what came before: a preview of 30 days does not rewrite the year.
 */
export function judgeUnderBoth(member: PreviewedMember, books: TwoBooks): MemberUnderBoth {
  const before = goldUnder(member, books.before, books);
  const gold = {
    before,
    after: books.sameTiers ? before : goldUnder(member, books.after, books),
  };
  const tierUnder = (side: "before" | "after", at: Date) =>
    tierAt(at, gold[side], books.rules[side].tiers, books.time);
  const pointsUnder = (side: "before" | "after", order: PreviewedMember["orders"][number]) =>
    judgeOrder(
      { ...order, rowKind: "order" },
      { tier: tierUnder(side, order.settledAt), programme: member.programme },
      books.rules[side].earning,
    ).points;
  return {
    number: member.number,
    name: member.name,
    goldBefore: tierUnder("before", books.now) === "gold",
    goldAfter: tierUnder("after", books.now) === "gold",
    orders: member.orders.map((order) => ({
      store: order.store,
      number: order.number,
      settledAt: order.settledAt,
      kind: order.kind,
      programme: member.programme,
      tier: tierUnder("before", order.settledAt),
      before: pointsUnder("before", order),
      after: pointsUnder("after", order),
    })),
  };
}

/** Most members have never had as many status points as gold needs, in all their time: those are silver. */
function goldUnder(member: PreviewedMember, book: RuleBook, { now, time }: TwoBooks): GoldPeriod[] {
  const least = Math.min(...book.map(({ rules }) => rules.tiers.goldStatusPoints));
  const all = member.status.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
  if (member.given.length === 0 && all < least) return [];
  return goldHistory(member.given, member.status, now, book, time);
}
