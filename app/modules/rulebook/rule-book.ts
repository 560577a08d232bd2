import { type ClubRules, defaultClubRules } from "./club-rules.ts";

/** A version of the club's rules and the instant from which it holds. */
export type RuleVersion = { version: number; startsAt: Date; rules: ClubRules };

/** Every version there has been, the oldest first. */
export type RuleBook = readonly RuleVersion[];

/** The book of a club that has changed no rule: one version, for all time. */
export const unchangedRuleBook: RuleBook = [
  { version: 1, startsAt: new Date(0), rules: defaultClubRules },
];

/** The version that held at an instant; before the first one, the first one. */
export function rulesAt(book: RuleBook, at: Date): RuleVersion {
  const held = book.findLast((version) => version.startsAt <= at) ?? book[0];
  if (!held) throw new RangeError("A club without rules");
  return held;
}
