import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { RosterCard } from "./find-roster-card.server.ts";
import type { Joiner } from "./forms.ts";
import { writeWelcome } from "./write-welcome.server.ts";

/**
 * Hands a card that the roster brought to its owner, who has proved address, phone, car and invoice: the
 * address becomes theirs to sign in with. The name stays as the dealership writes it on its
 * invoices; points for joining were not theirs to get twice.
 */
export async function openRosterCard(
  db: Db,
  { personId, memberId }: RosterCard,
  { email, joiner, locale }: { email: string; joiner: Joiner; locale: Locale },
): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { email, locale } });
  if (joiner.birthday) {
    await db.member.updateMany({
      where: { id: memberId, birthMonth: null },
      data: { birthMonth: joiner.birthday.month, birthDay: joiner.birthday.day },
    });
  }
  const { consents, rulesVersion } = joiner;
  await recordConsents(db, personId, consents, "joining", { locale, rulesVersion });
  await writeAudit(db, {
    personId,
    action: "card.opened-by-proof",
    subject: `person:${personId}`,
    detail: { memberId },
  });
  await writeWelcome(db, memberId);
}
