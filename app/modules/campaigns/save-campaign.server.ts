import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { CampaignPlan } from "./campaign.ts";
import { checkWithin } from "./check-campaign.server.ts";
import { type CampaignRefusal, lockCampaign } from "./lock-campaign.server.ts";
import type { Need } from "./missing.ts";
import { planOf, planRow } from "./plan-rows.server.ts";

export type CampaignSaved =
  | { ok: true; campaignId: number }
  | { ok: false; refusal: CampaignRefusal }
  /** It runs, and would lack something. */
  | { ok: false; refusal: "unfinished"; needs: Need[] };

/** Begins a campaign as a draft. Sent twice under one key it is one. */
export async function beginCampaign(
  plan: CampaignPlan,
  requestKey: string,
  { by, address }: Actor,
): Promise<number> {
  return inRetriedTransaction(async (tx) => {
    const known = await tx.campaign.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return known.id;
    const { id } = await tx.campaign.create({
      data: {
        requestKey,
        createdBy: by,
        versions: { create: { version: 1, ...planRow(plan), createdBy: by } },
      },
      select: { id: true },
    });
    await note(tx, { action: "campaign.begun", id, plan, version: 1, by, address });
    return id;
  });
}

/**
 * Saves a campaign as it is typed now. A draft is written over; of one that was published the change is a next
 * version, which holds for whoever is named from now on. Who was named before keeps what they were promised.
 *
 * @param change.revision what the form was filled with.
 */
export async function changeCampaign(
  change: { campaignId: number; plan: CampaignPlan; revision: number },
  { by, address }: Actor,
): Promise<CampaignSaved> {
  const { campaignId: id, plan, revision } = change;
  return inRetriedTransaction<CampaignSaved>(async (tx) => {
    const locked = await lockCampaign(tx, id, revision);
    if (!locked.ok) return locked;
    const { campaign, now } = locked;
    if (campaign.state === "stopped") return { ok: false, refusal: "stopped" };
    const key = { campaignId: id, version: campaign.version };
    const before = await tx.campaignVersion.findUniqueOrThrow({
      where: { campaignId_version: key },
    });
    if (isSame(planOf(before), plan)) return { ok: true, campaignId: id };
    const isDraft = campaign.state === "draft";
    if (!isDraft) {
      const { needs } = await checkWithin(tx, plan, now);
      const unmet = needs.filter((need) => need !== "over");
      if (unmet.length > 0) return { ok: false, refusal: "unfinished", needs: unmet };
    }
    const version = isDraft ? campaign.version : campaign.version + 1;
    if (isDraft) {
      await tx.campaignVersion.update({
        where: { campaignId_version: key },
        data: { ...planRow(plan), createdBy: by, createdAt: now },
      });
    } else {
      await tx.campaignVersion.create({
        data: { campaignId: id, version, ...planRow(plan), createdBy: by, createdAt: now },
      });
    }
    await tx.campaign.update({
      where: { id },
      data: { version, revision: { increment: 1 } },
      select: { id: true },
    });
    await note(tx, { action: "campaign.changed", id, plan, version, by, address });
    return { ok: true, campaignId: id };
  });
}

const isSame = (one: CampaignPlan, other: CampaignPlan) =>
  JSON.stringify(planRow(one), SORTED) === JSON.stringify(planRow(other), SORTED);

/** The fields in one order, whoever wrote them down. */
const SORTED = (_key: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function note(
  tx: Db,
  what: Actor & {
    action: "campaign.begun" | "campaign.changed";
    id: number;
    plan: CampaignPlan;
    version: number;
  },
) {
  const { action, id, plan, version, by, address } = what;
  return writeAudit(tx, {
    personId: by,
    action,
    subject: `campaign:${id}`,
    detail: { name: plan.title.en || plan.title.zh, version },
    address,
  });
}
