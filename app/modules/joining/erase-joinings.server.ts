import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Forgets how somebody came into the club, and that they were about to again. */
export async function eraseJoinings(db: Db, { email, member }: Leaver): Promise<void> {
  if (email) await db.joining.deleteMany({ where: { email } });
  if (member) await db.joining.deleteMany({ where: { memberId: member.id } });
}
