import type { Actor } from "#app/modules/access/actor.ts";
import { lockLead } from "#app/modules/leads/lock-lead.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { giveLead, mayWork } from "./assign-lead.server.ts";
import { giveByTurn } from "./give-turn.server.ts";

export type LeadsHandedOver = { ok: true; leads: number } | { ok: false; refusal: "cannot-work" };

/**
 * Hands all open leads of a consultant over, their clocks as they are: to one colleague, or each to whoever's turn
 * it is.
 *
 * @param change.to null for whoever's turn it is.
 */
export async function handOverLeads(
  { from, to }: { from: number; to: number | null },
  actor: Actor,
): Promise<LeadsHandedOver> {
  return inRetriedTransaction(async (tx) => {
    if (to !== null && (to === from || !(await mayWork(tx, to)))) {
      return { ok: false, refusal: "cannot-work" };
    }
    return { ok: true, leads: await handOver(tx, { from, to, ...actor }) };
  });
}

/**
 * The same of somebody who no longer works here, in the transaction in which that happens: each lead goes to whoever's
 * turn it is, and they take no more.
 */
export async function releaseLeads(
  tx: Db,
  leaver: { personId: number; by: number | null; address?: string },
): Promise<void> {
  await tx.consultant.deleteMany({ where: { personId: leaver.personId } });
  await handOver(tx, { ...leaver, from: leaver.personId, to: null });
}

async function handOver(
  tx: Db,
  {
    from,
    to,
    by,
    address,
  }: { from: number; to: number | null; by: number | null; address?: string },
): Promise<number> {
  // What ended, other than lost, and what was delivered stays whose it was: it counts for them.
  const theirs = await tx.lead.findMany({
    where: {
      consultantId: from,
      stage: { not: "delivered" },
      OR: [{ ended: null }, { ended: "lost" }],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of theirs) {
    const lead = await lockLead(tx, id);
    if (lead?.consultantId !== from) continue;
    const giving = { by, address, how: "handed-over" } as const;
    await (to === null
      ? giveByTurn(tx, lead, { ...giving, not: from })
      : giveLead(tx, lead, to, giving));
  }
  return theirs.length;
}
