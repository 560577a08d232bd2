import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/**
 * How long a member's gold lasts as things stand: its last day, and the last of the grace after it, as ISO 8601 days;
 * null for silver.
 */
export async function keptUntil(
  tx: Db,
  memberId: number,
): Promise<{ goldThrough: string | null; keptThrough: string | null }> {
  const standing = (await loadTierStatuses(tx, [memberId])).get(memberId)?.standing;
  if (standing?.tier !== "gold") return { goldThrough: null, keptThrough: null };
  const { goldThrough, keptThrough } = standing;
  return { goldThrough, keptThrough };
}
