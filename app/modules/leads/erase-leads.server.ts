import type { LeadEvent } from "#app/modules/api/webhook-schemas.ts";
import type { Leaver } from "#app/modules/feature.ts";
import { announce } from "#app/modules/webhooks/announce.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { forgetLead, forgetRequest } from "./forget-friend.server.ts";
import { leadsOfFriend } from "./leads-of-friend.server.ts";

/**
 * The friends whom somebody named go on without them: they have agreed to be called by the club. What the leaver wrote
 * to the club about it goes, and so does where it came from. Of whoever became a member as somebody's friend, the lead
 * keeps how far it came, and nothing of them; whoever else named them has nothing more to wait for.
 */
export async function eraseLeads(db: Db, { personId, member }: Leaver): Promise<void> {
  const named = { lead: { referrerId: personId } };
  await db.leadAppeal.updateMany({ where: named, data: { note: "" } });
  await db.leadOrigin.deleteMany({ where: { ...named, whose: "referrer" } });
  await db.lead.updateMany({ where: { referrerId: personId }, data: { referrerId: null } });
  if (!member) return;
  const memberId = member.id;
  const theirs = await db.lead.findMany({
    where: { memberId },
    select: { id: true, requestKey: true },
  });
  const leadIds = theirs.map(({ id }) => id);
  for (const id of await leadsOfFriend(db, { leadIds, samePhone: true })) {
    if (!leadIds.includes(id)) await forgetLead(db, id);
  }
  for (const { requestKey } of theirs) await forgetRequest(db, requestKey);
  await db.leadContact.updateMany({ where: { lead: { memberId } }, data: { note: "" } });
  await forgetBuyer(db, memberId);
}

/** Other programs are told to forget them as well, once: of what was erased already they have heard. */
async function forgetBuyer(db: Db, memberId: number): Promise<void> {
  const leads = await db.lead.findMany({
    where: { memberId },
    select: { id: true, stage: true, ended: true, source: true, friendName: true },
  });
  await db.lead.updateMany({
    where: { memberId },
    data: { friendName: null, friendPhone: null, friendEmail: null, model: "", note: "" },
  });
  for (const { id, stage, ended, source, friendName } of leads) {
    if (friendName === null) continue;
    const data = { lead_id: id, stage, ended, source } as LeadEvent["data"];
    await announce(db, { type: "lead.forgotten", data, at: new Date() });
  }
}
