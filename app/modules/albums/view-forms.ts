import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";

const rowId = z.coerce.number().int().min(1).max(MOST_ROW_ID);

/** What a family does with an album: shares it, or ends an address by which they did. */
export const AlbumForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("share"), what: z.enum(["ours", "all"]) }),
  z.object({ intent: z.literal("end"), link: rowId }),
]);

/** What a family says of a picture. */
export const PictureForm = z.object({ intent: z.enum(["hide", "not-us"]) });

/** What staff decide about it. */
export const ObjectionForm = z.object({
  objection: rowId,
  answer: z.enum(["granted", "declined"]),
});
