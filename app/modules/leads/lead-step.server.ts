import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { LeadEvent } from "#app/modules/api/webhook-schemas.ts";
import { announce } from "#app/modules/webhooks/announce.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { eventsOf, type LeadStepName } from "./lead-events.ts";
import type { Stage } from "./stage.ts";

export type { LeadStepName };

/**
 * Notes what happened to a lead, and tells the programs that asked for it. It stays for ever, so nothing of the friend,
 * and nothing that somebody wrote in their words, goes into it.
 *
 * @param lead locked by the caller, or made by them.
 * @param by null where the friend, the referrer or the clock did it.
 */
export async function noteLeadStep(
  tx: Db,
  lead: { id: number; stage: Stage; now: Date },
  step: LeadStepName,
  { by, ...detail }: { by: number | null } & Prisma.InputJsonObject,
): Promise<void> {
  await tx.leadStep.create({
    data: {
      leadId: lead.id,
      step,
      stage: lead.stage,
      detail,
      createdBy: by,
      createdAt: lead.now,
    },
    select: { id: true },
  });
  await announceStep(tx, lead, step);
}

async function announceStep(
  tx: Db,
  { id, stage, now }: { id: number; stage: Stage; now: Date },
  step: LeadStepName,
): Promise<void> {
  const stands = await tx.lead.findUniqueOrThrow({
    where: { id },
    select: { ended: true, review: true, source: true, friendAnswer: true },
  });
  // The table's own conditions hold what these can be.
  const { ended, source } = stands as Pick<LeadEvent["data"], "ended" | "source">;
  for (const type of eventsOf(step, stands)) {
    await announce(tx, { type, data: { lead_id: id, stage, ended, source }, at: now });
  }
}
