import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Stage } from "./stage.ts";

/** What happens to a lead. Those that move it to another stage say where it stands after them. */
export type LeadStepName =
  | "handed-in"
  | "review-passed"
  | "review-refused"
  | "moved"
  | "declined"
  | "lost"
  | "found-again"
  | "withdrawn"
  | "merged"
  | "confirmed"
  | "assigned"
  | "paused"
  | "resumed";

/**
 * Notes what happened to a lead. It stays for ever, so nothing of the friend, and nothing that somebody wrote in their
 * words, goes into it.
 *
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
}
