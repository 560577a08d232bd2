import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";

const Day = z.string().refine((text) => parseDay(text) !== null);

/** Who takes part in a draw. */
const Entrants = z.discriminatedUnion("of", [
  /** Members with maintenance in these days that they paid for; perVisit: one ticket for each, twelve at most. */
  z.object({ of: z.literal("visits"), from: Day, through: Day, perVisit: z.boolean() }),
  /** Parties that came to an event, or that have their places at it. */
  z.object({
    of: z.enum(["checked-in", "registered"]),
    eventId: z.int().positive().max(MOST_ROW_ID),
  }),
]);

export type Entrants = z.infer<typeof Entrants>;

/** Reads who takes part as it is kept. */
export const readEntrants = (kept: unknown): Entrants => Entrants.parse(kept);

/** So many visits count. */
export const MOST_VISITS = 12;
