import { z } from "zod";
import { parseDay } from "#app/platform/club-time.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { MARKS_AT_ONCE, type Mark, markKinds } from "./mark.ts";

const Row = z.int().positive().max(MOST_ROW_ID).nullable();
const Words = (most: number) => z.string().overwrite(typedText).max(most);

/** A mark as it arrives from a device. */
const ArrivedMark = z
  .object({
    id: z.uuid(),
    kind: z.enum(markKinds),
    registrationId: Row,
    personId: Row,
    undoes: z.uuid().nullable(),
    seen: Words(200),
    people: z.int().min(0).max(50),
    // A clock that nobody has set; year 0 no database knows.
    at: z.iso.datetime().refine((at) => at >= "1970"),
    gate: Words(60),
    device: z.uuid(),
  })
  .refine(({ kind, undoes }) => (kind === "undo") === (undoes !== null)) satisfies z.ZodType<Mark>;

const ArrivedMarks = z.array(z.unknown()).min(1).max(MARKS_AT_ONCE);

/**
 * Reads what a device sends: as JSON, in a field of a form. One that cannot be read holds up no other.
 *
 * @returns null for what no device of ours sends.
 */
export function readMarks(sent: unknown): { marks: Mark[]; unreadable: number } | null {
  const read = ArrivedMarks.safeParse(parsed(sent));
  if (!read.success) return null;
  const marks = read.data.flatMap((each) => {
    const mark = ArrivedMark.safeParse(each);
    return mark.success ? [mark.data] : [];
  });
  return { marks, unreadable: read.data.length - marks.length };
}

function parsed(sent: unknown): unknown {
  try {
    return JSON.parse(String(sent));
  } catch {
    return null;
  }
}

/** Somebody who helps on the day, and where. */
export const StewardLinkForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    name: z
      .string({ error: "attendance.stewards.error.name" })
      .overwrite(typedText)
      .min(1, { error: "attendance.stewards.error.name" })
      .max(80, { error: "attendance.stewards.error.tooLong" }),
    role: z.enum(["steward", "supervisor"]),
    gate: z
      .string({ error: "attendance.stewards.error.gate" })
      .overwrite(typedText)
      .min(1, { error: "attendance.stewards.error.gate" })
      .max(60, { error: "attendance.stewards.error.tooLong" }),
  }),
  z.object({ intent: z.literal("end"), link: z.coerce.number().int().positive().max(MOST_ROW_ID) }),
]);

/** Who comes in a companion's place; a child has a birth date. */
export const ExchangeForm = z.object({
  person: z.coerce.number().int().positive().max(MOST_ROW_ID),
  name: z.string().overwrite(typedText).min(1).max(80),
  born: z
    .string()
    .default("")
    .transform((typed, context) => {
      const day = parseDay(typed);
      const isUnfit = day === null ? typed !== "" : day < "1900-01-01";
      if (isUnfit) context.addIssue({ code: "custom" });
      return day;
    }),
});

const Delay = z.coerce.number().int().positive().max(MOST_ROW_ID);

/** What a member says against registering with everybody for a while. */
export const ObjectionForm = z.object({
  delay: Delay,
  words: z
    .string({ error: "attendance.early.error.words" })
    .overwrite(typedText)
    .min(1, { error: "attendance.early.error.words" })
    .max(1_000, { error: "attendance.early.error.tooLong" }),
});

/** What the club answers. */
export const ObjectionAnswerForm = z.object({
  delay: Delay,
  answer: z.enum(["withdrawn", "stays"], { error: "attendance.objections.error.answer" }),
  note: z
    .string()
    .overwrite(typedText)
    .max(500, { error: "attendance.objections.error.tooLong" })
    .default(""),
});
