import type { Db } from "#app/platform/db.server.ts";
import type { CampaignState } from "./campaign.ts";

/** Why nothing is done with a campaign. */
export type CampaignRefusal =
  | "no-such-campaign"
  /** Somebody else has saved it since the page was read. */
  | "changed-meanwhile"
  | "stopped"
  /** It is a draft no more. */
  | "published";

export type LockedCampaign = { state: CampaignState; version: number; revision: number };

/** Locks a campaign that its caller has read at a revision. */
export async function lockCampaign(
  tx: Db,
  id: number,
  revision: number,
): Promise<
  { ok: true; campaign: LockedCampaign; now: Date } | { ok: false; refusal: CampaignRefusal }
> {
  const [row] = await tx.$queryRaw<(LockedCampaign & { now: Date })[]>`
    select state, version, revision, now() as now from campaign where id = ${id} for no key update`;
  if (!row) return { ok: false, refusal: "no-such-campaign" };
  if (row.revision !== revision) return { ok: false, refusal: "changed-meanwhile" };
  return { ok: true, campaign: row, now: row.now };
}
