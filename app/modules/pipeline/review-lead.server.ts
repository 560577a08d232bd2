import type { Actor } from "#app/modules/access/actor.ts";
import { writeFriendLetter } from "#app/modules/leads/friend-letter.server.ts";
import { isAskedFirst } from "#app/modules/leads/friend-yes.ts";
import { readLeadClock } from "#app/modules/leads/lead-clock.server.ts";
import { writeLeadNews } from "#app/modules/leads/lead-news.server.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { lockLead } from "#app/modules/leads/lock-lead.server.ts";
import type { DeclineReason } from "#app/modules/leads/stage.ts";
import { writeLead } from "#app/modules/leads/write-lead.server.ts";
import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

export type Review = { leadId: number } & (
  | { outcome: "passed" }
  | { outcome: "refused"; reason: DeclineReason }
);

export type Reviewed =
  | { ok: true; repeated: boolean }
  /** `reviewed`: somebody has answered otherwise meanwhile. `ended`: the friend withdrew. */
  | { ok: false; refusal: "not-found" | "reviewed" | "ended" };

/**
 * Answers a lead about which something looked wrong. One that passes goes on as if it had just been handed in: its
 * clock starts, or waits for the friend's yes, and somebody gets it. One that is refused ends, with the reason that the referrer learns.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function reviewLead(
  review: Review,
  { by, address }: Actor,
  now?: Date,
): Promise<Reviewed> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, review.leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    if (lead.review === review.outcome) return { ok: true, repeated: true };
    if (lead.review !== "waiting") return { ok: false, refusal: "reviewed" };
    if (lead.ended) return { ok: false, refusal: "ended" };
    if (review.outcome === "passed") {
      const { hours, time, referrals } = await readLeadClock(tx, lead);
      const { friendEmail } = await tx.lead.findUniqueOrThrow({
        where: { id: lead.id },
        select: { friendEmail: true },
      });
      const asked = await writeFriendLetter(tx, lead.id);
      const callBy =
        asked && isAskedFirst({ ...lead, friendEmail }, referrals)
          ? null
          : dueWithin(lead.now, referrals.firstContactHours, hours, time);
      await writeLead(tx, lead.id, { review: "passed", nextDueAt: callBy, callBy });
      await noteLeadStep(tx, lead, "review-passed", { by });
      await enqueue(tx, "assign-lead", { leadId: lead.id });
    } else {
      const { reason } = review;
      await writeLead(tx, lead.id, {
        ...{ review: "refused", ended: "declined", endReason: reason },
        ...{ nextAction: null, nextDueAt: null },
      });
      await noteLeadStep(tx, lead, "review-refused", { by, reason });
      await writeLeadNews(tx, lead.id, { what: "declined" }, lead.now);
    }
    await writeAudit(tx, {
      personId: by,
      action: review.outcome === "passed" ? "lead.review-passed" : "lead.review-refused",
      subject: `lead:${lead.id}`,
      detail: review.outcome === "passed" ? {} : { reason: review.reason },
      address,
    });
    return { ok: true, repeated: false };
  });
}
