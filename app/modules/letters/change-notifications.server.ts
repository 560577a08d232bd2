import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { chooseNotification } from "./choose-notification.server.ts";
import { loadNotificationChoices } from "./load-notification-choices.server.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "./notification-kinds.ts";

/**
 * Keeps which letters somebody wants. Only what they changed is kept as their choice: the others go on
 * following their consents. Whoever asks for news of the club here has read its sentence beside the box,
 * which is the consent to them.
 */
export async function changeNotifications(
  personId: number,
  wanted: ReadonlySet<NotificationKind>,
  locale: Locale,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await loadNotificationChoices(tx, personId);
    for (const kind of NOTIFICATION_KINDS) {
      const wants = wanted.has(kind);
      if (before[kind].wanted === wants) continue;
      await chooseNotification(tx, { personId, kind, wanted: wants, source: "profile" });
      if (kind === "club-news" && wants) {
        await recordConsents(tx, personId, { "club-news": true }, "profile", { locale });
      }
    }
  });
}
