import { randomUUID } from "node:crypto";
import type { Cast } from "../personas.ts";
import { type FormSample, sample } from "./form-sample.ts";

const campaignPage =
  (page: string) =>
  ({ campaignId }: Cast) =>
    `/admin/campaigns/${campaignId}${page}`;

const campaign = {
  titleEn: "Spring",
  titleZh: "春季",
  aboutEn: "Recommend a friend.",
  aboutZh: "推荐好友。",
  firstDay: "2027-04-23",
  lastDay: "2027-05-07",
  reachBy: "2027-12-31",
  tiers: "gold",
  programmes: "home",
  storeIds: "1",
  models: "Tayron",
  bonus: "points",
  stage: "delivered",
  points: "500",
  percent: "",
  variantId: "",
  capPerReferrer: "2",
  capTotal: "20",
};

export const CAMPAIGNS_FORMS: FormSample[] = [
  sample("admin", "/admin/campaigns/new", () => ({
    requestKey: randomUUID(),
    ...campaign,
  })),
  sample("admin", campaignPage("/edit"), { revision: "1", ...campaign }),
  sample("admin", campaignPage(""), { intent: "stop", revision: "999" }),
  sample("admin", "/admin/campaigns/vip", { seen: "0", en: "A seat", zh: "座位" }),
  sample("gifts", "/admin/campaigns/gifts", { awardId: "999999" }),
];
