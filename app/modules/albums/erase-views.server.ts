import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What somebody who leaves has shared leads nowhere any more. What was hidden for them stays so, without their name. */
export async function eraseViews(
  tx: Db,
  { personId, member }: Leaver,
  now = new Date(),
): Promise<void> {
  await tx.albumLink.updateMany({
    where: { madeBy: personId, revokedAt: null },
    data: { revokedAt: now },
  });
  if (!member) return;
  await tx.albumObjection.updateMany({ where: { memberId: member.id }, data: { memberId: null } });
}

/** That something of it reached a closed account in the moment it was closed, over the row `member`. */
export const STILL_SHARED = Prisma.sql`(
  exists (select from album_link where album_link.made_by = member.person_id and album_link.revoked_at is null)
  or exists (select from album_objection where album_objection.member_id = member.id))`;
