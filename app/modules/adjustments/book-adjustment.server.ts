import { loadClub } from "#app/modules/club/load-club.server.ts";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import type { SpendAnswer } from "#app/modules/ledger/spend-points.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/** An adjustment that may be booked now. */
export type AdjustmentToBook = {
  /** Names it in the ledger, so that it is booked once. */
  requestKey: string;
  points: number;
  reason: string;
  by: number;
  approvedBy: number | null;
  member: { accountId: number; person: Reader };
};

/**
 * Books an adjustment and writes to its member. Points given lapse by the rule of today, like any
 * others.
 *
 * @returns the ledger's answer: refused where more is to be taken than there is.
 */
export async function bookAdjustment(db: Db, adjustment: AdjustmentToBook): Promise<SpendAnswer> {
  const { requestKey, points, reason, by, approvedBy, member } = adjustment;
  const book = await loadRuleBook(db);
  const { timeZone } = await loadClub(db);
  const now = new Date();
  const { lapse } = rulesAt(book, now).rules;
  const answer = await adjustPoints(db, {
    scope: "adjustment",
    key: requestKey,
    accountId: member.accountId,
    points,
    lapsesAt: points > 0 ? lapsesAt(now, lapse.months, clubTime(timeZone)) : null,
    meta: {
      for: "adjustment",
      reason,
      by,
      ...(approvedBy === null ? {} : { approvedBy }),
    },
  });
  if (!answer.ok) return answer;
  const { available } = await loadBalance(db, member.accountId);
  await writeLetterTo(db, member.person, {
    template: "points-adjusted",
    props: { points, reason, available },
    dedupKey: `points-adjusted:${answer.entryId}`,
  });
  return answer;
}
