import { loadAccountId } from "#app/modules/referrers/load-account-id.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { requireReferrer, type SignedInReferrer } from "./guards.server.ts";

export type ReferrerRequest = SignedInReferrer & { locale: Locale; t: Translate };

/**
 * What a page begins with that is also for whoever recommends friends and is not in the club: who asks, and their
 * language.
 *
 * @throws Response as `requireReferrer` does.
 */
export async function readReferrerRequest(request: Request): Promise<ReferrerRequest> {
  const [who, { locale }] = await Promise.all([requireReferrer(request), readPreferences(request)]);
  return { ...who, locale, t: translator(locale) };
}

/**
 * The same of a page about points, with whose account it is.
 *
 * @throws Response as `requireReferrer` does.
 */
export async function readHolderRequest(
  request: Request,
): Promise<ReferrerRequest & { accountId: number }> {
  const who = await readReferrerRequest(request);
  const accountId = who.member?.accountId ?? (await loadAccountId(db(), who.person.id));
  return { ...who, accountId };
}
