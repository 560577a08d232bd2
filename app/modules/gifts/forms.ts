import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { SKU } from "./typed-gift.ts";

const NAME_AT_MOST = 60;

const name = z
  .string()
  .max(500, { error: "giftKeeping.error.variantName" })
  .default("")
  .transform((typed) => typedText(typed).replace(/\s+/g, " "))
  .pipe(z.string().max(NAME_AT_MOST, { error: "giftKeeping.error.variantName" }));

const sku = z
  .string({ error: "giftKeeping.error.sku" })
  .max(200, { error: "giftKeeping.error.sku" })
  .transform((typed) => typed.normalize("NFKC").trim().toUpperCase())
  .pipe(z.string().regex(SKU, { error: "giftKeeping.error.sku" }));

/** A size or colour as it is typed; `sharesWith`: the other one whose stock is its own too. */
export const NewVariantForm = z.object({
  sku,
  nameEn: name.pipe(z.string().min(1, { error: "giftKeeping.error.variantName" })),
  nameZh: name.pipe(z.string().min(1, { error: "giftKeeping.error.variantName" })),
  sharesWith: z
    .union([z.literal("").transform(() => null), RowId])
    .optional()
    .transform((typed) => typed ?? null),
});
export type VariantWritten = z.output<typeof NewVariantForm>;

export const VariantForm = z.object({ variant: RowId, sku, nameEn: name, nameZh: name });

/** A size, or a photo, and what is done with it. */
export const VariantActForm = z.object({ variant: RowId });

const giftMoves = ["up", "down", "first"] as const;
export type GiftMove = (typeof giftMoves)[number];

/** A gift, and where it goes in the order of the catalogue. */
export const MoveGiftForm = z.object({ gift: RowId, move: z.enum(giftMoves) });
