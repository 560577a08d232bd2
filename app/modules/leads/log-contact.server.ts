import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { holdsUntil } from "./holding.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";
import { actionAfterContact, refusalOfHour } from "./next-action.ts";
import { type PlannedNext, writeNext } from "./plan-next.server.ts";
import { settleRewards } from "./settle-rewards.server.ts";

export type NewContact = {
  leadId: number;
  kind: "call" | "message" | "talk";
  /** Whether the friend was reached. */
  reached: boolean;
  note: string;
  by: number;
  /** The form's: sent twice it is one contact. */
  requestKey: string;
  /** What comes next, where somebody chose it; otherwise it follows from whether they were reached. */
  next?: PlannedNext | null;
};

export type ContactLogged = { ok: true } | { ok: false; refusal: NoContact };

/** `in-review`: a person looks at the lead before anybody calls. */
type NoContact = "not-found" | "in-review" | "ended" | "past" | "day-too-far";

/**
 * Notes a call, a message or a talk with a friend. Whoever was reached is held anew for the referrer, and from the
 * first time on the acceptance brings its points. Either way there is a next thing to do, with a time of its own.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function logContact(contact: NewContact, now?: Date): Promise<ContactLogged> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, contact.leadId, now);
    return lead ? noteContact(tx, lead, contact) : { ok: false, refusal: "not-found" };
  });
}

/** The same of a lead that its caller has locked. */
export async function noteContact(
  tx: Db,
  lead: LockedLead,
  { leadId, kind, reached, note, by, requestKey, next }: NewContact,
): Promise<ContactLogged> {
  if ((await tx.leadContact.count({ where: { requestKey } })) > 0) return { ok: true };
  if (lead.review === "waiting") return { ok: false, refusal: "in-review" };
  if (lead.ended) return { ok: false, refusal: "ended" };
  const refusal = next ? refusalOfHour(next.dueAt, lead, lead.now) : null;
  if (refusal) return { ok: false, refusal };
  await tx.leadContact.create({
    data: { leadId, kind, reached, note, createdBy: by, requestKey, createdAt: lead.now },
    select: { id: true },
  });
  if (lead.stage !== "delivered") {
    const usual = { action: actionAfterContact(reached, lead.stage), dueAt: null };
    await writeNext(tx, lead, next ?? usual, by);
  }
  if (!reached) return { ok: true };
  const { time, referrals } = await readLeadClock(tx, { storeId: lead.storeId, now: lead.now });
  const metAt = lead.metAt ?? lead.now;
  await tx.lead.update({
    where: { id: leadId },
    data: { metAt, holdsUntil: holdsUntil(lead.now, referrals.holdDays, time) },
    select: { id: true },
  });
  await settleRewards(tx, { ...lead, metAt }, "other");
  return { ok: true };
}
