import type { Leaver } from "#app/modules/feature.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * The friends whom somebody named go on without them: they have agreed to be called by the club. What the leaver wrote
 * to the club about it goes, and so does where it came from. Of whoever became a member as somebody's friend, the lead
 * keeps how far it came, and nothing of them.
 */
export async function eraseLeads(db: Db, { personId, member }: Leaver): Promise<void> {
  const named = { lead: { referrerId: personId } };
  await db.leadAppeal.updateMany({ where: named, data: { note: "" } });
  await db.leadOrigin.deleteMany({ where: { ...named, whose: "referrer" } });
  await db.lead.updateMany({ where: { referrerId: personId }, data: { referrerId: null } });
  if (!member) return;
  const memberId = member.id;
  await db.leadContact.updateMany({ where: { lead: { memberId } }, data: { note: "" } });
  await db.lead.updateMany({
    where: { memberId },
    data: { friendName: null, friendPhone: null, friendEmail: null, model: "", note: "" },
  });
}
