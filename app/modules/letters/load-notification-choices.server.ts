import type { Db } from "#app/platform/db.server.ts";
import {
  coverOf,
  NOTIFICATION_KINDS,
  type NotificationKind,
  wantsKind,
} from "./notification-kinds.ts";

/** Where somebody stands with one kind of letters. */
export type NotificationState = {
  /** Whether they get them. */
  wanted: boolean;
  /** Whether they said so themselves, by kind; else it follows from their consents. */
  chosen: boolean;
};

type Row = { what: "choice" | "consent"; kind: string; yes: boolean };

/** Which letters somebody gets beside the essential ones. */
export async function loadNotificationChoices(
  db: Db,
  personId: number,
): Promise<Record<NotificationKind, NotificationState>> {
  const rows = await db.$queryRaw<Row[]>`
    select 'choice' as what, kind, wanted as yes from notification_choice where person_id = ${personId}
    union all
    (select distinct on (kind) 'consent', kind, given from consent
      where person_id = ${personId} order by kind, id desc)`;
  const found = (what: Row["what"], kind: string) =>
    rows.find((row) => row.what === what && row.kind === kind)?.yes ?? null;
  const stateOf = (kind: NotificationKind): NotificationState => {
    const chosen = found("choice", kind);
    const consented = found("consent", coverOf(kind).consent);
    return { wanted: wantsKind(kind, { chosen, consented }), chosen: chosen !== null };
  };
  return Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, stateOf(kind)])) as Record<
    NotificationKind,
    NotificationState
  >;
}
