import type { GiftDetails } from "#app/modules/gifts/create-gift.server.ts";

/** A voucher for so many points, that everybody may have as often as they like. */
export const aVoucherFor = (points: number): GiftDetails => ({
  sku: "WASH",
  kind: "car-care",
  titleEn: "Showroom wash",
  titleZh: "精洗一次",
  aboutEn: "",
  aboutZh: "",
  points,
  moneyMinor: 0,
  currency: "CNY",
  costMinor: null,
  tier: "silver",
  limitPerMember: null,
  limitTotal: null,
  fulfilment: "voucher",
  voucherUses: 1,
  voucherDays: 365,
  drawing: null,
  visibleFrom: null,
  visibleUntil: null,
  availableFrom: null,
  availableUntil: null,
  lowAt: null,
  position: 0,
});
