import { z } from "zod";
import type { ClubTime } from "#app/platform/club-time.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { HomeDecision } from "./change-meaning.ts";

/** Why staff decide so, in a few words. */
const reason = typedReason();

/** What was decided about the parties of each session that is held no more, out of the form of the event. */
export function homesIn(body: FormData): HomeDecision[] {
  const text = (value: FormDataEntryValue | null) =>
    typeof value === "string" ? typedText(value).slice(0, REASON_AT_MOST) : "";
  return [...body.keys()].flatMap((name): HomeDecision[] => {
    const session = /^home\.([a-z0-9]{1,24})$/.exec(name)?.[1];
    if (session === undefined || text(body.get(name)) === "") return [];
    return [{ session, to: text(body.get(name)), reason: text(body.get(`homeReason.${session}`)) }];
  });
}

/** Whether a party that is over capacity stays. */
export const OverForm = z.object({
  party: z.coerce.number().int().min(1).max(MOST_ROW_ID),
  decision: z.enum(["stay", "out"]),
  reason,
});

const rowId = z.coerce.number().int().min(1).max(MOST_ROW_ID);
const MOMENT_AT_MOST = 40;

/**
 * What staff say of an event in bad weather: that it is decided by an hour (`wait`), or that it takes place (`on`).
 *
 * @param time on whose clock the hour is.
 */
export const weatherForm = (time: ClubTime) =>
  z.discriminatedUnion("intent", [
    z.object({
      intent: z.literal("wait"),
      decideBy: z
        .string({ error: "eventDecisions.error.decideBy" })
        .max(MOMENT_AT_MOST, { error: "eventDecisions.error.decideBy" })
        .transform((typed) => readMoment(typed, "from", time))
        .pipe(z.date({ error: "eventDecisions.error.decideBy" })),
      reasonEn: typedReason(),
      reasonZh: typedReason(),
      /** The wait that whoever says so has seen. */
      seen: rowId.optional(),
      requestKey: z.uuid(),
    }),
    z.object({ intent: z.literal("on"), wait: rowId }),
  ]);
