import { z } from "zod";
import { carFields, readNames } from "#app/modules/garage/forms.ts";
import { CHOSEN_ACTIONS } from "#app/modules/leads/next-action.ts";
import { DECLINE_REASONS, LOSS_REASONS } from "#app/modules/leads/stage.ts";
import { NAME_AT_MOST, readName } from "#app/modules/person/name.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { MOST_ROW_ID, RowId } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import { APPOINTMENT_KINDS, APPOINTMENT_MINUTES, APPOINTMENT_OUTCOMES } from "./appointment.ts";
import { FOLLOW_UP_DAYS } from "./follow-ups.ts";

/** What sales people type about a lead. Errors are keys of messages, put into words by the page. */
const LONGEST_NOTE = 1_000;

const requestKey = z.uuid();
const revision = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const note = z
  .string()
  .transform(typedText)
  .pipe(z.string().max(LONGEST_NOTE, { error: "pipeline.error.tooLong" }))
  .default("");

/** On the club's clock; read where the club's time zone is known. */
const moment = z.string({ error: "pipeline.error.moment" }).max(40, "pipeline.error.moment");

const day = z.string({ error: "pipeline.error.day" }).transform((typed, context) => {
  const read = parseDay(typed.trim());
  if (read === null) {
    context.issues.push({ code: "custom", message: "pipeline.error.day", input: typed });
  }
  return read ?? "";
});

const appointment = {
  startsAt: moment,
  minutes: z.coerce
    .number({ error: "pipeline.error.minutes" })
    .int({ error: "pipeline.error.minutes" })
    .min(APPOINTMENT_MINUTES.least, { error: "pipeline.error.minutes" })
    .max(APPOINTMENT_MINUTES.most, { error: "pipeline.error.minutes" }),
  storeId: RowId.optional(),
  car: z
    .string()
    .transform(typedText)
    .pipe(z.string().max(100, { error: "pipeline.error.tooLong" }))
    .default(""),
};

/** What is done with a lead; one form each, told apart by `intent`. */
export const LeadActionForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("contact"),
    requestKey,
    kind: z.enum(["call", "message", "talk"]),
    reached: z.enum(["yes", "no"]),
    note,
    nextAction: z.enum(CHOSEN_ACTIONS).optional(),
    nextAt: moment.optional(),
  }),
  z.object({
    intent: z.literal("next"),
    revision,
    nextAction: z.enum(CHOSEN_ACTIONS),
    nextAt: moment.optional(),
  }),
  z.object({ intent: z.literal("accept"), revision }),
  z.object({ intent: z.literal("decline"), revision, reason: z.enum(DECLINE_REASONS) }),
  z.object({
    intent: z.literal("move"),
    revision,
    to: z.enum(["accepted", "contacted", "visited", "test-drive", "ordered", "delivered"]),
    reason: z.enum(LOSS_REASONS).optional(),
  }),
  z.object({ intent: z.literal("lose"), revision, reason: z.enum(LOSS_REASONS) }),
  z.object({ intent: z.literal("find-again"), revision }),
  z.object({ intent: z.literal("pause"), revision, day }),
  z.object({ intent: z.literal("draw"), tableId: RowId }),
  z.object({
    intent: z.literal("confirm"),
    code: z
      .string({ error: "pipeline.error.code" })
      .transform((typed) => typed.normalize("NFKC").replace(/\s/g, ""))
      .pipe(z.string().regex(/^\d{4}$/, { error: "pipeline.error.code" })),
  }),
  z.object({ intent: z.literal("take"), from: RowId.optional() }),
  z.object({ intent: z.literal("hand-over"), to: RowId, from: RowId.optional() }),
  z.object({
    intent: z.literal("appointment"),
    requestKey,
    kind: z.enum(APPOINTMENT_KINDS),
    ...appointment,
  }),
  z.object({
    intent: z.literal("appointment-change"),
    appointmentId: RowId,
    sequence: z.coerce.number().int().min(0).max(100_000),
    ...appointment,
  }),
  z.object({
    intent: z.literal("merge"),
    revision,
    otherId: z.coerce
      .number({ error: "pipeline.error.lead" })
      .int({ error: "pipeline.error.lead" })
      .positive({ error: "pipeline.error.lead" })
      .max(MOST_ROW_ID, { error: "pipeline.error.lead" }),
  }),
  z.object({
    intent: z.literal("follow-up"),
    requestKey,
    day: z.coerce.number().pipe(z.union(FOLLOW_UP_DAYS.map((each) => z.literal(each)))),
    answer: z.enum(["reached", "try-again", "leave"]),
    satisfaction: z.coerce.number().int().min(1).max(5).optional(),
    note,
  }),
  z.object({
    intent: z.literal("appointment-end"),
    appointmentId: RowId,
    outcome: z.enum(APPOINTMENT_OUTCOMES),
  }),
]);

export type LeadActionValue = z.output<typeof LeadActionForm>;

/** What an admin answers in the review queue; one form each. */
export const ReviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("pass"), leadId: RowId }),
  z.object({ intent: z.literal("refuse"), leadId: RowId, reason: z.enum(DECLINE_REASONS) }),
  z.object({
    intent: z.literal("appeal"),
    leadId: RowId,
    outcome: z.enum(["upheld", "refused"]),
    answer: z
      .string({ error: "pipeline.error.answer" })
      .transform(typedText)
      .pipe(
        z
          .string()
          .min(1, { error: "pipeline.error.answer" })
          .max(LONGEST_NOTE, { error: "pipeline.error.tooLong" }),
      ),
  }),
]);

/** How a consultant gets leads, and handing all of theirs over. */
export const ConsultantForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("keep"),
    takesTurns: z.literal("on").optional(),
    storeId: RowId.optional(),
    models: z
      .string()
      .transform((typed) => typedText(typed).split(/[,，、;\n]/))
      .transform((words) => [...new Set(words.map((word) => word.trim()).filter(Boolean))])
      .pipe(
        z
          .array(z.string().max(60, { error: "pipeline.error.tooLong" }))
          .max(20, { error: "pipeline.error.models" }),
      )
      .default([]),
    awayThrough: day.optional(),
  }),
  z.object({ intent: z.literal("hand-over"), to: RowId.optional() }),
]);

/** A friend who bought: how to write to them, and the car. */
export const DeliverForm = z
  .object({
    ...carFields,
    revision,
    email: z
      .string()
      .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
      .pipe(z.email({ error: "pipeline.error.email" }).max(254, { error: "pipeline.error.email" }))
      .optional(),
  })
  .transform(({ plate, vin, ...rest }, context) => ({
    ...rest,
    ...readNames({ plate, vin }, context),
  }));

/** A friend whom the desk takes for a referrer. Errors name fields one by one, so that all are said at once. */
export const DeskLeadForm = z.object({
  requestKey,
  referrer: z
    .string({ error: "pipeline.error.referrer" })
    .transform(typedText)
    .pipe(
      z
        .string()
        .min(1, { error: "pipeline.error.referrer" })
        .max(100, { error: "pipeline.error.referrer" }),
    ),
  name: z.string({ error: "pipeline.error.name" }).transform((typed, context) => {
    const name = readName(typed);
    if (!name || Array.from(name).length > NAME_AT_MOST) {
      context.issues.push({ code: "custom", message: "pipeline.error.name", input: typed });
    }
    return name ?? "";
  }),
  phone: z.string({ error: "pipeline.error.phone" }).transform((typed, context) => {
    const phone = readPhone(typed.slice(0, 100));
    if (phone === null) {
      context.issues.push({ code: "custom", message: "pipeline.error.phone", input: typed });
    }
    return phone ?? "";
  }),
  model: z
    .string()
    .transform(typedText)
    .pipe(z.string().max(80, { error: "pipeline.error.tooLong" }))
    .default(""),
  locale: z.enum(LOCALES),
  storeId: RowId.optional(),
  note,
  consent: z.literal("on", { error: "pipeline.error.consent" }),
});
