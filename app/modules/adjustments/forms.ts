import { z } from "zod";
import { isReason, REASON_AT_MOST } from "#app/platform/reason.ts";
import { RowId } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** The most one adjustment can give or take. */
const MOST_POINTS = 1_000_000;

/** People write a minus in several ways, and separators where they are used to them. */
const points = z
  .string({ error: "adjust.error.points" })
  .transform((typed) =>
    typed
      .normalize("NFKC")
      .replace(/[\u2212\u2013]/g, "-")
      .replace(/[\s,+]/g, ""),
  )
  .pipe(z.string().regex(/^-?\d{1,9}$/, { error: "adjust.error.points" }))
  .transform(Number)
  .refine((value) => value !== 0, { error: "adjust.error.nought" })
  .refine((value) => Math.abs(value) <= MOST_POINTS, { error: "adjust.error.most" });

/** What people type to give or take points. Errors are keys of messages, put into words by the page. */
export const AdjustForm = z.object({
  points,
  reason: typedReason(),
  requestKey: z.uuid({ error: "adjust.error.requestKey" }),
});

/** A refusal tells the asker why; an approval may say something. */
export const DecideForm = z
  .object({
    request: RowId,
    intent: z.enum(["approve", "refuse"]),
    note: z
      .string()
      .overwrite(typedText)
      .max(REASON_AT_MOST, { error: "form.error.reasonLong" })
      .default(""),
  })
  .refine(({ intent, note }) => intent === "approve" || isReason(note), {
    error: "approvals.error.note",
    path: ["note"],
  });

export const WithdrawForm = z.object({ request: RowId, intent: z.literal("withdraw") });
