import type { Actor } from "#app/modules/access/actor.ts";
import { writeLeadNews } from "#app/modules/leads/lead-news.server.ts";
import { writeAppealAnswer, writeLead } from "#app/modules/leads/write-lead.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { isAnothers, lockWithFriend, reopenLead } from "./find-again.server.ts";

export type AppealAnswer = {
  leadId: number;
  outcome: "upheld" | "refused";
  /** In words, as the referrer reads it. */
  answer: string;
};

export type AppealAnswered =
  | { ok: true; repeated: boolean }
  | {
      ok: false;
      refusal:
        | "not-found"
        /** Somebody has answered otherwise meanwhile. */
        | "answered"
        | "held-by-another"
        /** The friend withdrew, or the lead goes on as another. */
        | "over";
    };

/**
 * Answers a referrer who does not agree with what became of a lead, and writes to them. Where they are right, what had ended goes on, with
 * a new clock; where nothing had ended, the answer says what else is done.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function answerAppeal(
  { leadId, outcome, answer }: AppealAnswer,
  actor: Actor,
  now?: Date,
): Promise<AppealAnswered> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockWithFriend(tx, leadId, now);
    const appeal = await tx.leadAppeal.findUnique({ where: { leadId }, select: { state: true } });
    if (!lead || !appeal) return { ok: false, refusal: "not-found" };
    if (appeal.state === outcome) return { ok: true, repeated: true };
    if (appeal.state !== "open") return { ok: false, refusal: "answered" };
    if (outcome === "upheld" && lead.ended) {
      if (lead.ended === "withdrawn" || lead.ended === "merged") {
        return { ok: false, refusal: "over" };
      }
      if (await isAnothers(tx, lead)) return { ok: false, refusal: "held-by-another" };
      if (lead.review === "refused") await writeLead(tx, leadId, { review: "passed" });
      await reopenLead(tx, lead, actor);
      if (lead.consultantId === null) await enqueue(tx, "assign-lead", { leadId });
    }
    await writeAppealAnswer(tx, leadId, { outcome, answer, by: actor.by, at: lead.now });
    await writeLeadNews(tx, leadId, { what: `appeal-${outcome}` }, lead.now);
    await writeAudit(tx, {
      personId: actor.by,
      action: outcome === "upheld" ? "lead.appeal-upheld" : "lead.appeal-refused",
      subject: `lead:${leadId}`,
      address: actor.address,
    });
    return { ok: true, repeated: false };
  });
}
