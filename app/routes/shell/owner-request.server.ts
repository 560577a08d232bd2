import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { requireMember, type SignedInMember } from "./guards.server.ts";

export type OwnerRequest = { member: SignedInMember; locale: Locale; t: Translate };

/**
 * What every owner's page begins with: who asks, and their language.
 *
 * @throws Response as `requireMember` does.
 */
export async function readOwnerRequest(request: Request): Promise<OwnerRequest> {
  const [member, { locale }] = await Promise.all([
    requireMember(request),
    readPreferences(request),
  ]);
  return { member, locale, t: translator(locale) };
}
