import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { FreeConsent } from "./consent-kinds.ts";
import { recordConsents } from "./record-consents.server.ts";

/** Gives a consent or takes it back, on the page that shows its words. */
export async function changeConsent(
  personId: number,
  { kind, given, locale }: { kind: FreeConsent; given: boolean; locale: Locale },
): Promise<void> {
  await recordConsents(db(), personId, { [kind]: given }, "profile", { locale });
}
