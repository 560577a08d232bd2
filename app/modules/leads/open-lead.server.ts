import type { Db } from "#app/platform/db.server.ts";
import { type LockedLead, lockLead } from "./lock-lead.server.ts";

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
