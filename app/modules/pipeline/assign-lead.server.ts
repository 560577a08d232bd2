import type { Actor } from "#app/modules/access/actor.ts";
import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { noteLeadStep } from "#app/modules/leads/lead-step.server.ts";
import { type LockedLead, lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { writeLead } from "#app/modules/leads/write-lead.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

export type LeadAssigned =
  | { ok: true; repeated: boolean }
  | { ok: false; refusal: "not-found" | "in-review" | "changed-meanwhile" | "cannot-work" };

/**
 * Gives a lead to a consultant, who sees the friend's phone from then on. The clock goes on as it was. One that a person
 * looks at first is nobody's until then.
 *
 * @param change.from who had it when the page was read; where that is no longer so, nothing changes.
 * @param now for tests and the demo club; the database's clock otherwise.
 */
export async function assignLead(
  { leadId, to, from }: { leadId: number; to: number; from: number | null },
  actor: Actor,
  now?: Date,
): Promise<LeadAssigned> {
  return inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, leadId, now);
    if (!lead) return { ok: false, refusal: "not-found" };
    if (lead.review === "waiting") return { ok: false, refusal: "in-review" };
    if (lead.consultantId === to) return { ok: true, repeated: true };
    if (lead.consultantId !== from) return { ok: false, refusal: "changed-meanwhile" };
    if (!(await mayWork(tx, to))) return { ok: false, refusal: "cannot-work" };
    await giveLead(tx, lead, to, { ...actor, how: to === actor.by ? "taken" : "by-hand" });
    return { ok: true, repeated: false };
  });
}

/** Whether somebody works leads, and is still here. */
export async function mayWork(tx: Db, personId: number): Promise<boolean> {
  const roles = [...PERMISSIONS["leads.work"]];
  const where = { id: personId, closedAt: null, roles: { some: { role: { in: roles } } } };
  return (await tx.person.count({ where })) > 0;
}

/** How a lead came to whoever has it. */
export type Giving = "turn" | "taken" | "by-hand" | "handed-over";

/**
 * Writes whose a lead is.
 *
 * @param lead locked by the caller.
 * @param to null where nobody takes it on yet.
 * @param giving.by null where it was somebody's turn.
 */
export async function giveLead(
  tx: Db,
  lead: LockedLead,
  to: number | null,
  { by, address, how }: { by: number | null; address?: string; how: Giving },
): Promise<void> {
  await writeLead(tx, lead.id, { consultantId: to });
  await noteLeadStep(tx, lead, "assigned", { by, from: lead.consultantId, to, how });
  await writeAudit(tx, {
    personId: by,
    action: "lead.assigned",
    subject: `lead:${lead.id}`,
    detail: { from: lead.consultantId, to },
    address,
  });
}
