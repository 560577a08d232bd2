import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { type Bonus, CAMPAIGN_STAGES, type CampaignPlan, REFERRER_TIERS } from "./campaign.ts";

/** What admins type about a campaign. Errors are keys of messages, put into words by the page. */
export const TITLE_AT_MOST = 60;
export const ABOUT_AT_MOST = 600;
export const VIP_AT_MOST = 1_500;
const MODELS_AT_MOST = 20;
const MODEL_AT_MOST = 40;
const MOST = { points: 100_000, percent: 1_000, cap: 100_000 };

const wrong = (context: z.RefinementCtx, message: string, input: unknown) =>
  context.issues.push({ code: "custom", message, input });

const text = (most: number, error: string) =>
  z
    .string()
    .max(most * 4, { error })
    .default("")
    .transform((typed, context) => {
      const read = typedText(typed.replaceAll("\r\n", "\n"));
      if (read.length > most) wrong(context, error, typed);
      return read;
    });

const title = text(TITLE_AT_MOST, "campaigns.error.title").transform((typed) =>
  typed.replace(/\s+/g, " "),
);

const day = z
  .string()
  .default("")
  .transform((typed, context) => {
    const read = parseDay(typed.trim());
    if (typed.trim() !== "" && read === null) {
      wrong(context, "campaigns.error.day", typed);
    }
    return read;
  });

/** A figure from 1 on, as people type it; null of an empty field. */
const number = (most: number, error: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const digits = typed.normalize("NFKC").replace(/[\s,]/g, "");
      if (digits === "") return null;
      const read = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
      if (read < 1 || read > most) wrong(context, error, typed);
      return read;
    });

const models = z
  .string()
  .max(2_000, { error: "campaigns.error.models" })
  .default("")
  .transform((typed, context) => {
    const names = typedText(typed)
      .split(/[\n,，、]/)
      .map((model) => model.trim())
      .filter((model) => model !== "");
    const read = [...new Set(names)];
    if (read.length > MODELS_AT_MOST || read.some((model) => model.length > MODEL_AT_MOST)) {
      wrong(context, "campaigns.error.models", typed);
    }
    return read;
  });

const programme = z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/);

/** A campaign as it is typed; what is left out makes it a draft that is not finished. */
export const CampaignForm = z
  .object({
    titleEn: title,
    titleZh: title,
    aboutEn: text(ABOUT_AT_MOST, "campaigns.error.about"),
    aboutZh: text(ABOUT_AT_MOST, "campaigns.error.about"),
    firstDay: day,
    lastDay: day,
    reachBy: day,
    tiers: z.array(z.enum(REFERRER_TIERS)).max(3).default([]),
    programmes: z.array(programme).max(50).default([]),
    storeIds: z.array(RowId).max(200).default([]),
    models,
    bonus: z.enum(["none", "points", "percent"]).default("none"),
    stage: z.enum(CAMPAIGN_STAGES).default("delivered"),
    points: number(MOST.points, "campaigns.error.points"),
    percent: number(MOST.percent, "campaigns.error.percent"),
    variantId: RowId.nullish().transform((id) => id ?? null),
    capPerReferrer: number(MOST.cap, "campaigns.error.cap"),
    capTotal: number(MOST.cap, "campaigns.error.cap"),
  })
  .superRefine((typed, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const { firstDay, lastDay, reachBy, bonus } = typed;
    if (firstDay && lastDay && firstDay > lastDay) refuse("lastDay", "campaigns.error.order");
    if (lastDay && reachBy && lastDay > reachBy) refuse("reachBy", "campaigns.error.reachBy");
    if (bonus === "points" && typed.points === null) refuse("points", "campaigns.error.points");
    if (bonus === "percent" && typed.percent === null) refuse("percent", "campaigns.error.percent");
    // A number that nobody asked for would be lost without a word.
    if (bonus === "none" && typed.points !== null) refuse("points", "campaigns.error.unchosen");
    if (bonus === "none" && typed.percent !== null) refuse("percent", "campaigns.error.unchosen");
  })
  .transform(readPlan);

type Typed = {
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
  bonus: "none" | "points" | "percent";
  stage: Bonus["stage"];
  points: number | null;
  percent: number | null;
} & Omit<CampaignPlan, "title" | "about" | "bonus">;

function readPlan(typed: Typed): CampaignPlan {
  const { titleEn, titleZh, aboutEn, aboutZh, bonus, stage, points, percent, ...plan } = typed;
  return {
    ...plan,
    title: { en: titleEn, zh: titleZh },
    about: { en: aboutEn, zh: aboutZh },
    bonus:
      bonus === "points"
        ? { stage, points: points ?? 0 }
        : bonus === "percent"
          ? { stage, percent: percent ?? 0 }
          : null,
  };
}

const revision = z.coerce.number().int().min(1).max(2_147_483_647);

/** What the form of a campaign brings along unseen. */
export const CampaignFormBegan = z.object({ revision });
export const NewCampaign = z.object({ requestKey: z.uuid() });

/** What is done with a campaign as a whole. */
export const CampaignActForm = z.object({
  intent: z.enum(["publish", "stop", "discard"]),
  revision,
});

/** What VIP referrers get, in both languages; nothing typed: nothing is shown. */
export const VipBenefitsForm = z.object({
  en: text(VIP_AT_MOST, "campaigns.error.vip"),
  zh: text(VIP_AT_MOST, "campaigns.error.vip"),
  /** The version that the form was filled with. */
  seen: z.coerce.number().int().min(0).max(2_147_483_647),
});

/** A gift that waits for somebody who is not in the club, handed out at the desk. */
export const HandOutForm = z.object({ awardId: RowId });
