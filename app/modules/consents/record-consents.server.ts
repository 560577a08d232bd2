import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type ConsentKind, type ConsentSource, consentWording } from "./consent-kinds.ts";

/** What somebody said to each kind that they were asked about. */
export type ConsentsGiven = Partial<Record<ConsentKind, boolean>>;

export type ConsentContext = {
  /** In which language they read the words; null where nobody did, as with a click on "unsubscribe". */
  locale?: Locale | null;
  /** Of a child, whom it is about. */
  familyMemberId?: number;
  /** Of the club's rules, the version that they read. */
  rulesVersion?: number;
};

/**
 * Adds what somebody agreed to, or took back, to the history of their consents. Kinds that are not named
 * stay as they are; a line is never changed.
 */
export async function recordConsents(
  db: Db,
  personId: number,
  given: ConsentsGiven,
  source: ConsentSource,
  { locale = null, familyMemberId, rulesVersion }: ConsentContext = {},
): Promise<void> {
  const lines = Object.entries(given) as [ConsentKind, boolean][];
  await db.consent.createMany({
    data: lines.map(([kind, yes]) => ({
      personId,
      kind,
      given: yes,
      wording: consentWording(kind, locale, rulesVersion),
      source,
      familyMemberId,
    })),
  });
}
