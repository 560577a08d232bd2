import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Takes away everything by which somebody could prove that it is them. */
export async function eraseWaysIn(db: Db, { personId }: Leaver): Promise<void> {
  const of = { where: { personId } };
  await db.authenticator.deleteMany(of);
  await db.recoveryCode.deleteMany(of);
  await db.passkey.deleteMany(of);
  await db.authChallenge.deleteMany(of);
  await db.emailChange.deleteMany(of);
}
