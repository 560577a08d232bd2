import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import type { FamilyEntry } from "#app/modules/account/family-rules.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { addDays, addMonths, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * The silver owner's family, a child and a partner, and what she agreed to when she joined. The child turns
 * eight in a few weeks, so that age groups have an edge to show.
 */
export async function addDemoFamily(): Promise<void> {
  const member = await db().member.findFirstOrThrow({
    where: { person: { email: "silver@marque.test" } },
    select: { id: true, personId: true },
  });
  if ((await db().familyMember.count({ where: { memberId: member.id } })) > 0) return;
  const today = clubTime((await loadClub()).timeZone).dayOf(new Date());
  const family: FamilyEntry[] = [
    { name: "王磊", birthDate: "1988-02-29", relation: "partner" },
    { name: "王可可", birthDate: addDays(addMonths(today, -8 * 12), 20), relation: "child" },
  ];
  for (const person of family) {
    const answer = await addFamilyMember(
      { id: member.id, person: { id: member.personId } },
      person,
      {
        guardianAgrees: person.relation === "child",
        locale: "zh-CN",
      },
    );
    if (!answer.ok) throw new Error(`The demo's family was refused: ${answer.refusal}`);
  }
  await recordConsents(
    db(),
    member.personId,
    { terms: true, "service-messages": true, photos: false },
    "joining",
    { locale: "zh-CN" },
  );
}
