import type { RedemptionStepProps } from "../../../emails/redemptions.tsx";
import { type LetterSamples, name } from "./letter-sample.ts";

const aRedemption: RedemptionStepProps = {
  name,
  redemptionId: 7,
  step: "requested",
  titleEn: "Enamel key ring",
  titleZh: "珐琅钥匙扣",
  quantity: 2,
  points: 360,
  moneyMinor: 39_900,
  currency: "CNY",
  fulfilment: "collect",
  storeEn: null,
  storeZh: null,
  collectThrough: null,
  validThrough: null,
  carrier: null,
  trackingNumber: null,
  reason: null,
  pointsBack: null,
};

const atTheStore = { storeEn: "Lakeside One", storeZh: "湖畔一店", collectThrough: "2026-12-20" };

export const REDEMPTIONS_LETTERS: LetterSamples<"redemption-step"> = {
  "redemption-step": [
    aRedemption,
    { ...aRedemption, step: "issued", fulfilment: "voucher", validThrough: "2027-11-20" },
    { ...aRedemption, step: "used", fulfilment: "voucher", validThrough: "2027-11-20" },
    { ...aRedemption, step: "ready", ...atTheStore },
    { ...aRedemption, step: "reminder", ...atTheStore },
    { ...aRedemption, step: "collected", ...atTheStore },
    { ...aRedemption, step: "hand-over-undone", ...atTheStore },
    { ...aRedemption, step: "exchanged", ...atTheStore, reason: "The clasp was broken" },
    {
      ...aRedemption,
      step: "shipped",
      fulfilment: "ship",
      carrier: "SF Express",
      trackingNumber: "SF1029384756",
    },
    { ...aRedemption, step: "returned", fulfilment: "ship", reason: "The address was not found" },
    { ...aRedemption, step: "cancelled", reason: "Sold out at the maker's" },
    { ...aRedemption, step: "lapsed", pointsBack: true },
    { ...aRedemption, step: "lapsed", pointsBack: false },
  ],
};
