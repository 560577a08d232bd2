import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { lockRules } from "./rule-lock.server.ts";
import { isWithdrawable } from "./version-start.ts";

export type VersionWithdrawal = Actor & {
  version: number;
  reason: string;
};

export type VersionWithdrawalAnswer =
  | { ok: true }
  | { ok: false; refusal: "no-such-version" | "version-began" | "withdrawn-already" };

/**
 * Takes back a version of the rules that has not begun to hold. It stays in the list, and its number is
 * not used again.
 */
export async function withdrawRuleVersion(
  db: PrismaClient,
  { version, reason, by, address }: VersionWithdrawal,
): Promise<VersionWithdrawalAnswer> {
  const answer = await db.$transaction(async (tx): Promise<VersionWithdrawalAnswer> => {
    await lockRules(tx);
    const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`;
    const found = await tx.ruleVersion.findUnique({ where: { version } });
    if (!found) return { ok: false, refusal: "no-such-version" };
    if ((await tx.ruleWithdrawal.count({ where: { version } })) > 0) {
      return { ok: false, refusal: "withdrawn-already" };
    }
    if (!isWithdrawable(found.startsAt, now)) return { ok: false, refusal: "version-began" };
    await tx.ruleWithdrawal.create({ data: { version, reason, withdrawnBy: by } });
    await writeAudit(tx, {
      personId: by,
      action: "rules.withdrawn",
      subject: `rules:${version}`,
      detail: { reason },
      address,
    });
    return { ok: true };
  });
  if (answer.ok) forgetRuleBook();
  return answer;
}
