import { z } from "zod";
import { typedPieces } from "#app/modules/stock/forms.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { AddressForm } from "./delivery.ts";

/** What owners send about gifts. Errors are keys of messages, put into words by the page. */

const price = z.coerce.number().int().min(0).max(2_147_483_647);

/** Somebody else who may collect; nothing typed means nobody. */
const collector = z
  .string()
  .overwrite(typedText)
  .max(80, { error: "redemptions.error.collector" })
  .optional();

const wanted = {
  intent: z.literal("take"),
  /** The form's: sent twice it is taken once. */
  requestKey: z.uuid(),
  variant: RowId,
  quantity: typedPieces("form.error.unreadable", 100).default(1),
  /** A piece's price as it stood on the page. */
  points: price,
  moneyMinor: price,
};

/** Takes a gift that is collected, or a voucher. */
export const TakeGiftForm = z.object({
  ...wanted,
  store: RowId.optional().catch(undefined),
  collector,
});

/** Takes one that is shipped. */
export const ShipGiftForm = AddressForm.extend(wanted);

/** What an owner does with what they took. */
export const OwnRedemptionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("name-collector"), collector }),
]);
