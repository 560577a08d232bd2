import type { Db } from "#app/platform/db.server.ts";

/** Takes a member's own open claim back. @returns false where there is none. */
export async function withdrawCarClaim(
  db: Db,
  claim: { memberId: number; claimId: number },
): Promise<boolean> {
  const { count } = await db.carClaim.updateMany({
    where: { id: claim.claimId, memberId: claim.memberId, state: "open" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
  return count === 1;
}
