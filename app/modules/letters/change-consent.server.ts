import type { FreeConsent } from "#app/modules/consents/consent-kinds.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { coverOf, NOTIFICATION_KINDS } from "./notification-kinds.ts";

/**
 * Gives a consent or takes it back, on the page that shows its words. It is said of every kind of letters
 * it covers, so what was chosen of those one by one before no longer counts.
 */
export async function changeConsent(
  personId: number,
  { kind, given, locale }: { kind: FreeConsent; given: boolean; locale: Locale },
): Promise<void> {
  const covered = NOTIFICATION_KINDS.filter((letters) => coverOf(letters).consent === kind);
  await db().$transaction(async (tx) => {
    await recordConsents(tx, personId, { [kind]: given }, "profile", { locale });
    await tx.notificationChoice.deleteMany({ where: { personId, kind: { in: covered } } });
  });
}
