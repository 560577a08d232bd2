import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What was asked for a member and not decided is asked for no more. */
export async function eraseAdjustments(db: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  await db.adjustmentRequest.updateMany({
    where: { memberId: member.id, state: "waiting" },
    data: { state: "withdrawn", decidedAt: new Date() },
  });
}
