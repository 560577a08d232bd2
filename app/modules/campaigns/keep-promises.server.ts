import type { Db } from "#app/platform/db.server.ts";
import { runningCampaigns } from "./running-campaigns.server.ts";
import { isForModel } from "./whom.ts";

/**
 * Writes down under which campaigns a friend was named, each in its version of that moment: what is changed later is
 * not changed for them.
 *
 * @param lead.model what the friend is interested in, as it was typed.
 * @param lead.now when they were named.
 */
export async function keepPromises(
  tx: Db,
  lead: { id: number; referrerId: number; model: string; now: Date },
): Promise<void> {
  const running = await runningCampaigns(tx, lead.referrerId, lead.now);
  const promised = running.filter(({ plan }) => isForModel(plan.models, lead.model));
  if (promised.length === 0) return;
  await tx.campaignPromise.createMany({
    data: promised.map(({ campaignId, version }) => ({
      leadId: lead.id,
      campaignId,
      version,
      createdAt: lead.now,
    })),
  });
}
