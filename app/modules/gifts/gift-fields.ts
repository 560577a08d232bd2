/** All of a gift that somebody types, in the order of its form; a table of gifts has a column for each. */
export const giftFields = [
  "sku",
  "kind",
  "titleEn",
  "titleZh",
  "aboutEn",
  "aboutZh",
  "points",
  "money",
  "cost",
  "tier",
  "limitPerMember",
  "limitTotal",
  "fulfilment",
  "voucherUses",
  "voucherDays",
  "drawing",
  "visibleFrom",
  "visibleUntil",
  "availableFrom",
  "availableUntil",
  "lowAt",
  "termsEn",
  "termsZh",
] as const;
export type GiftField = (typeof giftFields)[number];
export type TypedGift = Record<GiftField, string>;

/** What is wrong with a field: a message's key. */
export type GiftErrors = Partial<Record<GiftField, GiftErrorKey>>;
export type GiftErrorKey =
  | "giftKeeping.error.sku"
  | "giftKeeping.error.kind"
  | "giftKeeping.error.title"
  | "giftKeeping.error.about"
  | "giftKeeping.error.points"
  | "giftKeeping.error.money"
  | "giftKeeping.error.cost"
  | "giftKeeping.error.free"
  | "giftKeeping.error.tier"
  | "giftKeeping.error.limit"
  | "giftKeeping.error.fulfilment"
  | "giftKeeping.error.voucherUses"
  | "giftKeeping.error.voucherDays"
  | "giftKeeping.error.drawing"
  | "giftKeeping.error.moment"
  | "giftKeeping.error.order"
  | "giftKeeping.error.lowAt"
  | "giftKeeping.error.terms";

/** What the form of a new gift begins with. */
export const emptyGift: TypedGift = {
  ...(Object.fromEntries(giftFields.map((field) => [field, ""])) as TypedGift),
  kind: "keepsake",
  money: "0",
  tier: "silver",
  fulfilment: "collect",
  voucherUses: "1",
  voucherDays: "365",
};
