import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { HomeDecision } from "./change-meaning.ts";

/** Why staff decide so, in a few words. */
const reason = z
  .string({ error: "eventDecisions.error.reason" })
  .transform(typedText)
  .pipe(
    z
      .string()
      .min(3, { error: "eventDecisions.error.reason" })
      .max(300, { error: "eventDecisions.error.reason" }),
  );

/** What was decided about the parties of each session that is held no more, out of the form of the event. */
export function homesIn(body: FormData): HomeDecision[] {
  const text = (value: FormDataEntryValue | null) =>
    typeof value === "string" ? typedText(value).slice(0, 300) : "";
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
