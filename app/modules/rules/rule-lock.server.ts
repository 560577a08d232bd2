import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/** Lets one at a time save or withdraw versions of the rules, until the caller's transaction ends. */
export async function lockRules(db: Db): Promise<void> {
  await takeTurns(db, "rules");
}

/** Every version, newest first, with whether it was withdrawn. */
export async function loadVersions(db: Db) {
  const [versions, withdrawals] = await Promise.all([
    db.ruleVersion.findMany({ orderBy: { version: "desc" } }),
    db.ruleWithdrawal.findMany(),
  ]);
  const byVersion = new Map(withdrawals.map((each) => [each.version, each]));
  return {
    versions: versions.map((each) => ({
      ...each,
      withdrawal: byVersion.get(each.version) ?? null,
    })),
    withdrawals: withdrawals.length,
  };
}
