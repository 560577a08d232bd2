import { z } from "zod";
import { instant, languages, well } from "./schema-parts.ts";

const sku = well(60).meta({
  description: "Of a variant: a size, a colour. A gift without any has one.",
  examples: ["KEYRING"],
});
const points = z.int().min(0);
const moneyMinor = z
  .int()
  .min(0)
  .meta({ description: "Beside the points, in the currency's minor unit; 0 for none." });

/** A gift as members see it today. */
const giftAnswer = z.strictObject({
  id: z.int(),
  sku,
  kind: z.enum(["keepsake", "car-care", "experience", "voucher"]),
  title: languages,
  about: languages,
  points,
  money_minor: moneyMinor,
  currency: z.string(),
  tier: z.enum(["silver", "gold"]).meta({ description: "gold: for gold members alone." }),
  fulfilment: z.enum(["collect", "ship", "voucher"]),
  limit_per_member: z.int().nullable(),
  available_from: instant
    .nullable()
    .meta({ description: "It is shown before, and can be taken from then." }),
  available_until: instant.nullable(),
  variants: z.array(
    z.strictObject({
      sku,
      name: languages,
      free: z.int().min(0).meta({
        description: "Pieces that nobody has been promised. A request can still come too late.",
      }),
    }),
  ),
});
export const giftsAnswer = z.strictObject({ gifts: z.array(giftAnswer) });
export type GiftsAnswer = z.output<typeof giftsAnswer>;

/** Gifts to take for a member: all of them, or none. */
export const redemptionRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        sku,
        quantity: z.int().min(1).max(100).default(1),
        points: points.meta({
          description: "Of one piece, as the member saw it: refused where it is another by now.",
        }),
        money_minor: moneyMinor.default(0),
      }),
    )
    .min(1)
    .max(10),
  collect_at: well(80)
    .nullish()
    .meta({ description: "The store's name; needed for what is collected." }),
  collector: well(80).nullish().meta({ description: "Somebody else who may collect it." }),
  address: z
    .strictObject({
      recipient: well(80),
      phone: well(40),
      lines: well(300),
      postal_code: well(16).nullish(),
    })
    .nullish()
    .meta({ description: "Needed for what is shipped; kept only as long as it is needed." }),
});
export type ApiRedemptionRequest = z.output<typeof redemptionRequest>;

/** Something a member took. */
export const redemptionAnswer = z.strictObject({
  id: z.int(),
  member_number: z.string().regex(/^M\d{8}$/),
  sku,
  title: languages,
  quantity: z.int(),
  points,
  money_minor: moneyMinor,
  currency: z.string(),
  fulfilment: z.enum(["collect", "ship", "voucher"]),
  state: z.enum([
    "requested",
    "ready",
    "collected",
    "shipped",
    "delivered",
    "returned",
    "issued",
    "used",
    "cancelled",
    "lapsed",
  ]),
  code: z.string().nullable().meta({
    description: "What the desk scans to hand it over; null without the scope codes:read.",
  }),
  collect_at: z.string().nullable(),
  collect_through: z.iso
    .date()
    .nullable()
    .meta({ description: "The last day on which it can be collected." }),
  carrier: z.string().nullable(),
  tracking_number: z.string().nullable(),
  voucher: z
    .strictObject({
      code: z.string().nullable().meta({
        description: "Whoever has it has the voucher; null without the scope codes:read.",
      }),
      uses: z.int(),
      used: z.int(),
      valid_through: z.iso.date(),
    })
    .nullable(),
  created_at: instant,
});
export type RedemptionAnswerBody = z.output<typeof redemptionAnswer>;

export const redemptionsAnswer = z.strictObject({
  redemptions: z.array(redemptionAnswer),
  older_before: z
    .int()
    .nullable()
    .meta({ description: "For the query parameter `before` of the next page; null on the last." }),
});

/** Why gifts are not taken. */
export const redemptionRefusals = [
  "not-yet",
  "closed",
  "gold-only",
  "member-limit",
  "total-limit",
  "out-of-stock",
  "price-changed",
  "too-few-points",
  "no-such-store",
  "address-needed",
] as const;
