import { z } from "zod";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { readPieces } from "./read-pieces.ts";

/** A place as forms and addresses write it: the id of a store, or `room` for the club's store room (null). */
const Place = z
  .string({ error: "stock.error.place" })
  .regex(/^(room|[1-9]\d{0,9})$/, { error: "stock.error.place" })
  .transform((typed) => (typed === "room" ? null : Number(typed)))
  .refine((id) => id === null || id <= MOST_ROW_ID, { error: "stock.error.place" });

/** The place that an address names; the store room where it names none. */
export function placeIn(text: string | null): number | null {
  const place = Place.safeParse(text ?? "room");
  return place.success ? place.data : null;
}

const requestKey = z.uuid({ error: "form.error.unreadable" });

/**
 * How many pieces, as people type them: full-width figures and separators at thousands too; nothing else that a
 * programming language would take for a number.
 *
 * @param error the message's key; `most` pieces make sense.
 */
export const typedPieces = (error: string, most?: number) =>
  z
    .string({ error })
    .max(100, { error })
    .transform((typed, context): number => {
      const read = readPieces(typed, 1);
      if (read !== null && (most === undefined || read <= most)) return read;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });

const pieces = typedPieces("stock.error.pieces");

const note = z
  .string()
  .overwrite(typedText)
  .max(REASON_AT_MOST, { error: "form.error.reasonLong" })
  .optional()
  .transform((typed) => typed || undefined);

/** A delivery: how many, to where, and from whom if somebody says so. */
export const ReceiveForm = z.object({
  place: Place,
  pieces,
  note,
  requestKey,
});

/** Pieces taken away for another reason than a gift. */
export const TakeOutForm = z.object({ place: Place, pieces, reason: typedReason(), requestKey });

/** Pieces brought from one place to another. */
export const TransferForm = z.object({
  from: Place,
  to: Place,
  pieces,
  note,
  requestKey,
});

/** What a stock-taking is sent with; its lines are `counted-<item>` and `seen-<item>`. */
export const CountForm = z.object({ place: Place, reason: typedReason(), requestKey });

/** What no sheet can show: a line without what stood on it is counted again. */
const NOT_SEEN = -1;

/** A line of a stock-taking as it was typed. */
export type TypedCount = { itemId: number; counted: string; seen: number };

/** The lines of a stock-taking in which something was typed, each stock once. */
export function typedCounts(form: FormData): TypedCount[] {
  return [...new Set(form.keys())].flatMap((name) => {
    const itemId = Number(/^counted-([1-9]\d{0,8})$/.exec(name)?.[1]);
    const counted = form.get(name);
    if (!itemId || typeof counted !== "string" || counted.trim() === "") return [];
    const seen = form.get(`seen-${itemId}`);
    const isSeen = typeof seen === "string" && /^\d{1,9}$/.test(seen);
    return [{ itemId, counted: counted.slice(0, 100), seen: isSeen ? Number(seen) : NOT_SEEN }];
  });
}
