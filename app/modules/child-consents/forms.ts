import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { freeChildConsents } from "./child-consent.ts";

const rowId = z.coerce.number().int().min(1).max(MOST_ROW_ID);

/** One consent for one child given or taken back, by its guardian or by staff for a family that asks. */
export const ChildConsentForm = z.object({
  intent: z.literal("consent"),
  party: rowId,
  person: rowId,
  consent: z.enum(freeChildConsents),
  given: z.enum(["yes", "no"]).transform((given) => given === "yes"),
});
