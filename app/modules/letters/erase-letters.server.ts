import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Takes somebody's letters and choices of letters away, but for the one that tells them so. */
export async function eraseLetters(db: Db, { personId, email, keptLetter }: Leaver): Promise<void> {
  await removeNotificationChoices(db, [personId]);
  const byAddress = email ? [{ recipient: email }] : [];
  await db.mail.deleteMany({
    where: { OR: [{ personId }, ...byAddress], NOT: { id: keptLetter ?? 0 } },
  });
}

/** Takes away which letters some people wanted, in the caller's transaction. */
export async function removeNotificationChoices(db: Db, people: readonly number[]): Promise<void> {
  await db.notificationChoice.deleteMany({ where: { personId: { in: [...people] } } });
}
