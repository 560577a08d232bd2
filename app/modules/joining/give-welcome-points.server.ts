import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import type { RuleVersion } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * Gives a new member the points for joining (product.md, "Other earning"), to spend from this instant on.
 * A club whose rules give none gives none.
 */
export async function giveWelcomePoints(
  db: Db,
  member: { memberId: number; accountId: number },
  { version, rules }: RuleVersion,
  { now, time }: { now: Date; time: ClubTime },
): Promise<void> {
  const points = rules.otherEarning.joining;
  if (points === 0) return;
  await earnPoints(db, {
    scope: "joining",
    key: String(member.memberId),
    accountId: member.accountId,
    points,
    availableAt: now,
    lapsesAt: lapsesAt(now, rules.lapse.months, time),
    effectiveAt: now,
    meta: { for: "joining", ruleVersion: version },
  });
}
