import type { ConsentSource } from "#app/modules/consents/consent-kinds.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { NotificationKind } from "./notification-kinds.ts";

export type NotificationChoice = {
  personId: number;
  kind: NotificationKind;
  wanted: boolean;
  /** Where they said so. */
  source: ConsentSource;
};

/**
 * Keeps whether somebody wants a kind of letters; the last word counts. Whoever wants no news of the club
 * any more has taken that consent back, and the history of consents says so.
 */
export async function chooseNotification(
  db: Db,
  { personId, kind, wanted, source }: NotificationChoice,
): Promise<void> {
  await db.$executeRaw`
    insert into notification_choice (person_id, kind, wanted)
    values (${personId}, ${kind}, ${wanted})
    on conflict (person_id, kind) do update set wanted = excluded.wanted, changed_at = now()`;
  if (kind === "club-news" && !wanted) {
    await recordConsents(db, personId, { "club-news": false }, source);
  }
}
