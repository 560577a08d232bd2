import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";

/**
 * A visitor's heart for a picture, given or taken back. `browser` is what the page would have a browser called that has no
 * name yet: pressed twice it is one.
 */
export const HeartForm = z.object({
  browser: z.uuid().optional(),
  entry: z.coerce.number().int().positive().max(MOST_ROW_ID),
  given: z.enum(["yes", "no"]),
});

/** What staff do with an event's gallery. */
export const GalleryForm = z.object({ intent: z.enum(["open", "close"]) });
