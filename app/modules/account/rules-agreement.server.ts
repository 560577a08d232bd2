import { agreedVersion } from "#app/modules/consents/consent-kinds.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import {
  loadRulesVersions,
  type RulesVersions,
  rulesVersionRead,
} from "#app/modules/texts/load-text.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/** Where somebody stands with the club's rules. */
export type RulesAgreement = RulesVersions & {
  /** The version that they agreed to; null where they never did. */
  agreed: number | null;
};

export async function loadRulesAgreement(on: Db, personId: number): Promise<RulesAgreement> {
  const [versions, last] = await Promise.all([
    loadRulesVersions(on),
    on.consent.findFirst({
      where: { personId, kind: "terms" },
      orderBy: { id: "desc" },
      select: { given: true, wording: true },
    }),
  ]);
  return { ...versions, agreed: last?.given ? agreedVersion(last.wording) : null };
}

/**
 * Whether somebody is to be asked for the rules at signing in: they changed in a way that matters since. The rules
 * that come with the program are asked for at joining alone; whoever the dealership brought in agrees to those
 * when they like.
 */
export const isAskedAgain = ({ agreed, askedSince }: RulesAgreement): boolean =>
  askedSince > (agreed ?? 1);

/** Keeps that a member agrees to the club's rules, in the version that they read. */
export async function agreeToRules(
  personId: number,
  { version, locale }: { version: number; locale: Locale },
): Promise<void> {
  const rulesVersion = await rulesVersionRead(db(), version);
  await recordConsents(db(), personId, { terms: true }, "profile", { locale, rulesVersion });
}
