import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { evidenceUntil } from "./evidence-until.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import { originOf, type SendingBrowser, sharedOrigin } from "./lead-origin.server.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";
import { cancelAppointments } from "./write-lead.server.ts";

export type FriendAnswered =
  | { ok: true }
  /** They had said no, or it has ended: what is asked for cannot be had any more. */
  | { ok: false; refusal: "ended" }
  | { ok: false; refusal: "not-found" };

/**
 * Takes a friend's answer to "was this you?". Said twice it is said once. A yes starts the clock of the first call
 * where that waited for it; a no ends the lead. Where theirs was made one with another, the one that goes on is meant.
 *
 * @param token what the friend's page ends in.
 * @param now for tests; the database's clock otherwise.
 */
export async function answerFriend(
  {
    token,
    answer,
    browser,
  }: { token: string; answer: "confirm" | "decline"; browser: SendingBrowser },
  now?: Date,
): Promise<FriendAnswered> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockGoingOn(tx, token, now);
    if (!lead || lead.friendAnswer === "forgotten") return { ok: false, refusal: "not-found" };
    const wanted = answer === "confirm" ? "confirmed" : "declined";
    if (lead.friendAnswer === wanted) return { ok: true };
    if (lead.stage === "delivered" || (lead.ended && lead.ended !== "lost")) {
      return { ok: false, refusal: "ended" };
    }
    await (answer === "confirm" ? confirmLocked(tx, lead, null) : decline(tx, lead));
    await noteOrigin(tx, lead, browser);
    return { ok: true };
  });
}

/** Locks the lead of a friend's page, or the one that goes on in its place; null where there is no such page. */
async function lockGoingOn(tx: Db, token: string, now?: Date): Promise<LockedLead | null> {
  const select = { id: true, mergedInto: true } as const;
  let at = await tx.lead.findUnique({ where: { token }, select });
  for (;;) {
    if (!at) return null;
    // What was merged stays so: one that was merged while this waited for it is read once more.
    const lead: LockedLead | null = at.mergedInto === null ? await lockLead(tx, at.id, now) : null;
    if (at.mergedInto === null && lead?.ended !== "merged") return lead;
    at = await tx.lead.findUnique({ where: { id: at.mergedInto ?? at.id }, select });
  }
}

/**
 * Writes down that the friend of a lead, which the caller has locked, agreed.
 *
 * @param by whoever heard it from them; null where they said so on their own page.
 */
export async function confirmLocked(tx: Db, lead: LockedLead, by: number | null): Promise<void> {
  const { hours, time, referrals } = await readLeadClock(tx, lead);
  // Only what waited for this begins now: a clock that runs is not put back.
  const waits = lead.nextDueAt === null && lead.stage === "submitted" && !lead.ended;
  const nextDueAt = waits
    ? dueWithin(lead.now, referrals.firstContactHours, hours, time)
    : lead.nextDueAt;
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      friendAnswer: "confirmed",
      friendAnsweredAt: lead.now,
      nextDueAt,
      ...(waits && { callBy: nextDueAt }),
    },
    select: { id: true },
  });
  await noteLeadStep(tx, lead, "confirmed", { by });
}

async function decline(tx: Db, lead: LockedLead): Promise<void> {
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      friendAnswer: "declined",
      friendAnsweredAt: lead.now,
      ended: "withdrawn",
      endReason: null,
      nextAction: null,
      nextDueAt: null,
    },
    select: { id: true },
  });
  await cancelAppointments(tx, lead.id);
  await noteLeadStep(tx, lead, "withdrawn", { by: null });
}

/** Where the answer came from, and whether that is where the referrer is: evidence for a person, for some days. */
async function noteOrigin(tx: Db, lead: LockedLead, browser: SendingBrowser): Promise<void> {
  const { time, referrals } = await readLeadClock(tx, lead);
  const forgetAt = evidenceUntil(lead.now, referrals.evidenceDays, time);
  const { device, network } = await originOf(browser);
  await tx.leadOrigin.create({
    data: { leadId: lead.id, whose: "friend", deviceHash: device, networkHash: network, forgetAt },
    select: { id: true },
  });
  if (lead.referrerId === null) return;
  const signs = await sharedOrigin(tx, lead.referrerId, browser);
  await tx.leadSign.createMany({
    data: signs.map((sign) => ({ leadId: lead.id, sign, forgetAt })),
    skipDuplicates: true,
  });
}
