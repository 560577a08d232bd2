import { loadClub } from "#app/modules/club/load-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { decideFamilyEntry, type FamilyEntry, type FamilyRefusal } from "./family-rules.ts";
import { loadFamily } from "./load-family.server.ts";

export type FamilyAnswer = { ok: true } | { ok: false; refusal: FamilyRefusal };

/**
 * Adds somebody to a member's family. Of whoever is under age the guardian's consent is kept with them,
 * and as a line of the member's consents with the words they read.
 */
export async function addFamilyMember(
  member: { id: number; person: { id: number } },
  entry: FamilyEntry,
  { guardianAgrees, locale }: { guardianAgrees: boolean; locale: Locale },
): Promise<FamilyAnswer> {
  const { timeZone } = await loadClub();
  return db().$transaction(async (tx) => {
    // Sent twice, the second finds the first.
    await tx.$queryRaw`select id from member where id = ${member.id} for no key update`;
    const now = new Date();
    const family = await loadFamily(tx, member.id);
    const today = clubTime(timeZone).dayOf(now);
    const decision = decideFamilyEntry(entry, guardianAgrees, family, today);
    if (!decision.ok) return decision;
    const { id } = await tx.familyMember.create({
      data: {
        memberId: member.id,
        name: entry.name,
        birthDate: new Date(`${entry.birthDate}T00:00:00Z`),
        relation: entry.relation,
        guardianConsentAt: decision.underAge ? now : null,
      },
      select: { id: true },
    });
    if (decision.underAge) {
      const context = { locale, familyMemberId: id };
      await recordConsents(tx, member.person.id, { guardian: true }, "profile", context);
    }
    return { ok: true };
  });
}
