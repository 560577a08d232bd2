import type { Db } from "#app/platform/db.server.ts";

/**
 * The picture of a claim's invoice; null where there is no such claim, it has none, or it is not the
 * asking member's.
 *
 * @param of.memberId the member who asks; left out by whoever may see every claim's.
 */
export async function loadClaimPhoto(
  db: Db,
  of: { claimId: number; memberId?: number },
): Promise<number | null> {
  const claim = await db.pointsClaim.findFirst({
    where: { id: of.claimId, ...(of.memberId === undefined ? {} : { memberId: of.memberId }) },
    select: { photoId: true },
  });
  return claim?.photoId ?? null;
}
