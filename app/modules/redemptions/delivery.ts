import { z } from "zod";
import { typedText } from "#app/platform/typed-text.ts";

const line = (least: number, most: number, error: string) =>
  z.string({ error }).overwrite(typedText).min(least, { error }).max(most, { error });

/** Where a parcel goes. Errors are keys of messages. */
export const AddressForm = z.object({
  recipient: line(1, 80, "redemptions.error.recipient"),
  phone: line(5, 40, "redemptions.error.phone"),
  lines: line(5, 300, "redemptions.error.address"),
  postalCode: z
    .string()
    .overwrite(typedText)
    .max(16, { error: "redemptions.error.postalCode" })
    .optional(),
});
export type DeliveryAddress = z.output<typeof AddressForm>;
