import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { checkWithin } from "./check-campaign.server.ts";
import { type CampaignRefusal, lockCampaign } from "./lock-campaign.server.ts";
import type { Need } from "./missing.ts";
import { planOf } from "./plan-rows.server.ts";

export type CampaignActed =
  | { ok: true }
  | { ok: false; refusal: CampaignRefusal }
  | { ok: false; refusal: "unfinished"; needs: Need[] };

type Act = { campaignId: number; revision: number };

/**
 * Publishes a draft: from its first day on friends are named under it. Done again it is as it should be.
 *
 * @param at for tests and the demo club; the database's clock otherwise.
 */
export function publishCampaign(act: Act, actor: Actor, at?: Date): Promise<CampaignActed> {
  return inRetriedTransaction<CampaignActed>(async (tx) => {
    const { campaignId: id } = act;
    if ((await stateOf(tx, id)) === "published") return { ok: true };
    const locked = await lockCampaign(tx, id, act.revision);
    if (!locked.ok) return locked;
    if (locked.campaign.state === "stopped") return { ok: false, refusal: "stopped" };
    const row = await tx.campaignVersion.findUniqueOrThrow({
      where: { campaignId_version: { campaignId: id, version: locked.campaign.version } },
    });
    const publishedAt = at ?? locked.now;
    const { needs } = await checkWithin(tx, planOf(row), publishedAt);
    if (needs.length > 0) return { ok: false, refusal: "unfinished", needs };
    await tx.campaign.update({
      where: { id },
      data: { state: "published", publishedAt, revision: { increment: 1 } },
      select: { id: true },
    });
    await note(tx, "campaign.published", id, row, actor);
    return { ok: true };
  });
}

/**
 * Stops a campaign before its end: nobody is named under it any more. Who was keeps what they were promised. Done
 * again it is as it should be.
 */
export function stopCampaign(act: Act, actor: Actor): Promise<CampaignActed> {
  return inRetriedTransaction<CampaignActed>(async (tx) => {
    const { campaignId: id } = act;
    if ((await stateOf(tx, id)) === "stopped") return { ok: true };
    const locked = await lockCampaign(tx, id, act.revision);
    if (!locked.ok) return locked;
    const { campaign } = locked;
    if (campaign.state === "draft") return { ok: false, refusal: "changed-meanwhile" };
    await tx.campaign.update({
      where: { id },
      data: { state: "stopped", stoppedAt: locked.now, revision: { increment: 1 } },
      select: { id: true },
    });
    const row = await tx.campaignVersion.findUniqueOrThrow({
      where: { campaignId_version: { campaignId: id, version: campaign.version } },
    });
    await note(tx, "campaign.stopped", id, row, actor);
    return { ok: true };
  });
}

/** Throws a draft away. Done again it is gone, as it should be. */
export function discardCampaign(act: Act, actor: Actor): Promise<CampaignActed> {
  return inRetriedTransaction<CampaignActed>(async (tx) => {
    const { campaignId: id } = act;
    if ((await stateOf(tx, id)) === null) return { ok: true };
    const locked = await lockCampaign(tx, id, act.revision);
    if (!locked.ok) return locked;
    if (locked.campaign.state !== "draft") return { ok: false, refusal: "published" };
    const row = await tx.campaignVersion.findFirstOrThrow({ where: { campaignId: id } });
    await tx.campaignVersion.deleteMany({ where: { campaignId: id } });
    await tx.campaign.delete({ where: { id }, select: { id: true } });
    await note(tx, "campaign.discarded", id, row, actor);
    return { ok: true };
  });
}

const stateOf = async (tx: Db, id: number) =>
  (await tx.campaign.findUnique({ where: { id }, select: { state: true } }))?.state ?? null;

function note(
  tx: Db,
  action: "campaign.published" | "campaign.stopped" | "campaign.discarded",
  id: number,
  { titleEn, titleZh, version }: { titleEn: string; titleZh: string; version: number },
  { by, address }: Actor,
) {
  return writeAudit(tx, {
    personId: by,
    action,
    subject: `campaign:${id}`,
    detail: { name: titleEn || titleZh, version },
    address,
  });
}
