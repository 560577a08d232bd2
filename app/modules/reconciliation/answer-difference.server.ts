import type { Actor } from "#app/modules/access/actor.ts";
import { may } from "#app/modules/access/permissions.ts";
import { rolesNow } from "#app/modules/access/roles-now.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type DifferenceFacts, factsMark } from "./difference.ts";
import { keptFacts, readFacts } from "./note-differences.server.ts";

export type AnswerRefusal =
  | "not-allowed"
  | "no-such-difference"
  /** Somebody else has answered it. */
  | "answered"
  /** The two agree by now. */
  | "solved"
  /** It is another difference than the page showed. */
  | "changed";

export type DifferenceAnswer = { ok: true } | { ok: false; refusal: AnswerRefusal };

/**
 * Notes what a person of finance did about a difference. It stays answered; only other facts open it again.
 *
 * @param asked.done what they did, in words.
 * @param asked.seen the mark of the facts that they saw.
 */
export async function answerDifference(
  asked: { id: number; done: string; seen: string },
  actor: Actor,
): Promise<DifferenceAnswer> {
  const refused = (refusal: AnswerRefusal): DifferenceAnswer => ({ ok: false, refusal });
  return inRetriedTransaction<DifferenceAnswer>(async (tx) => {
    const roles = (await rolesNow(tx, [actor.by])).get(actor.by) ?? [];
    if (!may(roles, "payments.reconcile")) return refused("not-allowed");
    await tx.$executeRaw`
      select id from reconciliation_difference where id = ${asked.id} for no key update`;
    const row = await tx.reconciliationDifference.findUnique({ where: { id: asked.id } });
    if (!row) return refused("no-such-difference");
    if (row.state !== "open") return refused(row.state === "solved" ? "solved" : "answered");
    const facts: DifferenceFacts = readFacts(row);
    if (factsMark(facts) !== asked.seen) return refused("changed");
    await tx.reconciliationAnswer.create({
      data: {
        differenceId: row.id,
        ...keptFacts(facts),
        done: asked.done,
        answeredBy: actor.by,
      },
    });
    await tx.reconciliationDifference.update({
      where: { id: row.id },
      data: { state: "answered" },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "reconciliation.answered",
      subject: `difference:${row.id}`,
      detail: { reason: asked.done },
      address: actor.address,
    });
    return { ok: true };
  });
}
