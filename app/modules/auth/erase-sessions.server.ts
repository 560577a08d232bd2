import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Signs somebody out everywhere, and forgets their browsers and the codes that are under way to them. */
export async function eraseSessions(db: Db, { personId, email }: Leaver): Promise<void> {
  await db.session.deleteMany({ where: { personId } });
  await db.knownBrowser.deleteMany({ where: { personId } });
  if (email) await db.emailCode.deleteMany({ where: { email } });
}
