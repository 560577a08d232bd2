import type { Actor } from "#app/modules/access/actor.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { type LockedLead, lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { moveLocked } from "#app/modules/leads/move-lead.server.ts";
import { settleRewards } from "#app/modules/leads/settle-rewards.server.ts";
import type { Stage } from "#app/modules/leads/stage.ts";
import { moveContacts, writeLead } from "#app/modules/leads/write-lead.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { decideMerge, type MergeRefusal, stagesToFollow } from "./merge.ts";

export type LeadsMerged =
  | { ok: true; keptId: number }
  | {
      ok: false;
      refusal:
        | MergeRefusal
        | "not-found"
        | "no-such-lead"
        | "changed-meanwhile"
        /** Another consultant works with the other one: what was said there would be read here. */
        | "colleagues-lead";
    };

/**
 * Makes one lead of two that are about one friend. The earliest valid one goes on and is its referrer's; it gets the
 * calls and appointments of the other, and follows to the stage that the other had reached. What the other brought is
 * taken back.
 *
 * @param merge.leadId the one whose page was read, at `revision`.
 * @param merge.seesAll whether whoever does so sees all of every lead.
 * @param now for tests; the database's clock otherwise.
 */
export async function mergeLeads(
  merge: { leadId: number; otherId: number; revision: number; seesAll: boolean },
  actor: Actor,
  now?: Date,
): Promise<LeadsMerged> {
  return inRetriedTransaction(async (tx) => {
    const { leadId, otherId, revision } = merge;
    // Always the lower number first, so that two who merge the same two wait for one another.
    const locked = new Map<number, LockedLead>();
    for (const id of [leadId, otherId].toSorted((a, b) => a - b)) {
      const lead = await lockLead(tx, id, now);
      if (lead) locked.set(id, lead);
    }
    const [lead, other] = [locked.get(leadId), locked.get(otherId)];
    if (!lead) return { ok: false, refusal: "not-found" };
    if (!other) return { ok: false, refusal: "no-such-lead" };
    const isOpen = other.consultantId === null || other.consultantId === actor.by;
    if (!isOpen && !merge.seesAll) return { ok: false, refusal: "colleagues-lead" };
    if (lead.revision !== revision) return { ok: false, refusal: "changed-meanwhile" };
    const created = await tx.lead.findMany({
      where: { id: { in: [leadId, otherId] } },
      select: { id: true, createdAt: true },
    });
    const at = new Map(created.map(({ id, createdAt }) => [id, createdAt]));
    const dated = (each: LockedLead) => ({ ...each, createdAt: at.get(each.id) as Date });
    const decision = decideMerge(dated(lead), dated(other));
    if (!decision.ok) return decision;
    const [keep, end] = decision.keep === leadId ? [lead, other] : [other, lead];
    await carryOver(tx, keep, end, actor);
    await writeAudit(tx, {
      personId: actor.by,
      action: "lead.merged",
      subject: `lead:${end.id}`,
      detail: { to: keep.id },
      address: actor.address,
    });
    return { ok: true, keptId: keep.id };
  });
}

async function carryOver(tx: Db, keep: LockedLead, end: LockedLead, actor: Actor): Promise<void> {
  await moveContacts(tx, end.id, keep.id);
  await writeLead(tx, end.id, {
    ...{ ended: "merged", endReason: null, mergedInto: keep.id },
    ...{ nextAction: null, nextDueAt: null, pausedUntil: null },
  });
  await noteLeadStep(tx, end, "merged", { by: actor.by, into: keep.id });
  await settleRewards(tx, { ...end, ended: "merged" }, "other");

  const metAt = earliest(keep.metAt, end.metAt);
  const consultantId = keep.consultantId ?? end.consultantId;
  const holdsUntil = keep.holdsUntil > end.holdsUntil ? keep.holdsUntil : end.holdsUntil;
  const nextDueAt = earliest(keep.nextDueAt, end.ended ? null : end.nextDueAt);
  await writeLead(tx, keep.id, { metAt, consultantId, holdsUntil, nextDueAt });
  await noteLeadStep(tx, keep, "merged", { by: actor.by, with: end.id });
  const steps = await tx.leadStep.findMany({
    where: { leadId: end.id, step: "moved" },
    orderBy: { id: "asc" },
    select: { stage: true },
  });
  let stands: LockedLead = { ...keep, metAt, consultantId, nextDueAt };
  await settleRewards(tx, stands, "other");
  for (const to of stagesToFollow(
    keep.stage,
    steps.map(({ stage }) => ({ to: stage as Stage })),
  )) {
    if (to === "submitted") continue;
    await moveLocked(tx, stands, { to, reason: null }, actor);
    stands = { ...stands, stage: to };
  }
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
