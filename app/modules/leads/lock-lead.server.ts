import type { Db } from "#app/platform/db.server.ts";
import type { Ending, Stage } from "./stage.ts";

/** A lead that nobody else changes until the transaction ends. */
export type LockedLead = {
  id: number;
  referrerId: number | null;
  source: string;
  stage: Stage;
  ended: Ending | null;
  review: "waiting" | "passed" | "refused" | null;
  holdsUntil: Date;
  consultantId: number | null;
  storeId: number | null;
  memberId: number | null;
  metAt: Date | null;
  nextDueAt: Date | null;
  pausedUntil: Date | null;
  friendAnswer: "confirmed" | "declined" | "forgotten" | null;
  /** The latest that happened to it: whoever changes it from an older page is told. */
  revision: number;
  /** The database's clock. */
  now: Date;
};

/**
 * Locks a lead and reads it.
 *
 * @param now for tests; the database's clock otherwise.
 * @returns null where there is none.
 */
export async function lockLead(tx: Db, id: number, now?: Date): Promise<LockedLead | null> {
  // Read by a query of its own: the one that waits for the lock does not see the steps that it waited for.
  await tx.$queryRaw`select from lead where id = ${id} for no key update`;
  const [lead] = await tx.$queryRaw<LockedLead[]>`
    select id, referrer_id as "referrerId", source, stage, ended, review, holds_until as "holdsUntil",
      consultant_id as "consultantId", store_id as "storeId", member_id as "memberId",
      met_at as "metAt", next_due_at as "nextDueAt", paused_until as "pausedUntil",
      friend_answer as "friendAnswer", coalesce(${now ?? null}::timestamptz, now()) as now,
      (select coalesce(max(step.id), 0)::int from lead_step step where step.lead_id = lead.id) as revision
    from lead where id = ${id}`;
  return lead ?? null;
}

/** Why nothing can be done with a lead now. */
export type NotOpen = "not-found" | "in-review" | "ended" | "changed-meanwhile";

/**
 * Locks a lead that is worked on: one that a person still has to look at, or that has ended, is not.
 *
 * @param of.revision what the page that was read said of it; null where that does not matter.
 */
export async function openLead(
  tx: Db,
  { leadId, revision }: { leadId: number; revision: number | null },
  now?: Date,
): Promise<{ ok: true; lead: LockedLead } | { ok: false; refusal: NotOpen }> {
  const lead = await lockLead(tx, leadId, now);
  if (!lead) return { ok: false, refusal: "not-found" };
  if (lead.review === "waiting" || lead.review === "refused") {
    return { ok: false, refusal: "in-review" };
  }
  if (lead.ended) return { ok: false, refusal: "ended" };
  if (revision !== null && revision !== lead.revision) {
    return { ok: false, refusal: "changed-meanwhile" };
  }
  return { ok: true, lead };
}
