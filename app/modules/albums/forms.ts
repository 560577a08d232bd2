import { z } from "zod";
import { MOST_ROW_ID, RowId } from "#app/platform/row-id.ts";

/** How many pictures, and how many people, one act is about. */
export const MOST_PICTURES = 500;
export const MOST_PEOPLE = 60;

/** Somebody who came, as a form has them: `12.34` is a person of a party, `12` the party as a whole. */
const Who = z
  .string()
  .regex(/^[1-9]\d{0,9}(\.[1-9]\d{0,9})?$/)
  .transform((text) => {
    const [registrationId = 0, personId = null] = text.split(".").map(Number);
    return { registrationId, personId };
  })
  .refine((who) => Math.max(who.registrationId, who.personId ?? 0) <= MOST_ROW_ID);

const pictures = z.array(RowId).max(MOST_PICTURES).default([]);
const who = z.array(Who).max(MOST_PEOPLE).default([]);

/** What staff do with an album. */
export const AlbumActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["publish", "withdraw", "dismiss"]) }),
  z.object({ intent: z.enum(["tag", "untag", "remove", "bring-back"]), picture: pictures, who }),
]);

export const albumViews = ["all", "nobody", "hidden", "removed"] as const;
/** All pictures, those that nobody is said to be on, or those that were taken out and can be brought back. */
export type AlbumView = (typeof albumViews)[number];

/** Which part of an album a staff page shows. */
export const AlbumQuery = z.object({
  show: z.enum(albumViews).catch("all"),
  after: RowId.nullable().catch(null),
});
