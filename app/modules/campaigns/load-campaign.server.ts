import { loadClub } from "#app/modules/club/load-club.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type CampaignPlan, type CampaignStanding, campaignStanding } from "./campaign.ts";
import { checkWithin } from "./check-campaign.server.ts";
import { type CampaignFigures, FIGURES } from "./load-campaigns.server.ts";
import { type OfferTerms, termsOf } from "./load-offers.server.ts";
import type { CampaignCheck } from "./missing.ts";
import { planOf } from "./plan-rows.server.ts";

/** A campaign as its page shows it to an admin. */
export type CampaignPage = {
  campaignId: number;
  standing: CampaignStanding;
  revision: number;
  version: number;
  plan: CampaignPlan;
  terms: OfferTerms;
  check: CampaignCheck;
  figures: CampaignFigures;
  /** The newest first. */
  versions: { version: number; at: Date; by: string | null; named: number }[];
};

/** Reads a campaign; null where there is none. */
export async function loadCampaign(
  db: Db,
  campaignId: number,
  now = new Date(),
): Promise<CampaignPage | null> {
  const campaign = await db.campaign.findUnique({
    where: { id: campaignId },
    include: {
      versions: {
        orderBy: { version: "desc" },
        include: { _count: { select: { promises: true } } },
      },
    },
  });
  const current = campaign?.versions.find(({ version }) => version === campaign.version);
  if (!campaign || !current) return null;
  const plan = planOf(current);
  const [figures, names, check, [terms], { timeZone }] = await Promise.all([
    readFigures(db, campaignId),
    namesOf(db, campaign.versions),
    checkWithin(db, plan, now),
    termsOf(db, [plan]),
    loadClub(db),
  ]);
  const state = campaign.state as "draft" | "published" | "stopped";
  return {
    campaignId,
    standing: campaignStanding(state, plan, clubTime(timeZone).dayOf(now)),
    revision: campaign.revision,
    version: campaign.version,
    plan,
    terms: terms as OfferTerms,
    check,
    figures,
    versions: campaign.versions.map(({ version, createdAt, createdBy, _count }) => ({
      version,
      at: createdAt,
      by: createdBy === null ? null : (names.get(createdBy) ?? null),
      named: _count.promises,
    })),
  };
}

async function readFigures(db: Db, campaignId: number): Promise<CampaignFigures> {
  const [row] = await db.$queryRaw<
    [{ named: number; given: Omit<CampaignFigures, "named"> }]
  >`select ${FIGURES} from campaign where id = ${campaignId}`;
  return { named: row.named, ...row.given };
}

async function namesOf(db: Db, rows: readonly { createdBy: number | null }[]) {
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ createdBy }) => createdBy ?? []) } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
