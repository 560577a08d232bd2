import { z } from "zod";
import type { ClubTime } from "#app/platform/club-time.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import { readWhole } from "#app/platform/typed-number.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { ContestDraft } from "./draft.ts";
import {
  type ContestTerms,
  CRITERIA,
  type Criterion,
  contestKinds,
  MOST_ATTEMPTS,
  openTos,
} from "./terms.ts";

const LONG = "contestKeeping.error.long";
const words = (most: number) =>
  z.string().overwrite(typedText).max(most, { error: LONG }).default("");
const needed = (most: number, error: string) =>
  z.string({ error }).overwrite(typedText).min(1, { error }).max(most, { error: LONG });
const rowId = z.coerce.number().int().positive().max(MOST_ROW_ID);
const requestKey = z.string().overwrite(typedText).min(1).max(120);

type Place = (typeof CRITERIA)[number];
const criterionFields = <Name extends string, Field>(name: Name, field: Field) =>
  Object.fromEntries(CRITERIA.map((place) => [`${name}${place}`, field])) as Record<
    `${Name}${Place}`,
    Field
  >;

const Fields = z.object({
  requestKey,
  revision: z.coerce.number().int().min(1).default(1),
  titleEn: needed(120, "contestKeeping.error.title"),
  titleZh: needed(120, "contestKeeping.error.title"),
  aboutEn: words(2_000),
  aboutZh: words(2_000),
  kind: z.enum(contestKinds, { error: "contestKeeping.error.kind" }),
  openTo: z.enum(openTos, { error: "contestKeeping.error.openTo" }),
  brackets: z
    .array(z.string().regex(/^[a-z0-9]{1,24}$/))
    .max(40)
    .default([]),
  entriesUntil: words(40),
  measure: z.enum(["time", "points"]).default("time"),
  better: z.enum(["less", "more"]).default("less"),
  attempts: words(10),
  by: z.enum(["vote", "choice"]).default("vote"),
  ...criterionFields("criterionEn", words(80)),
  ...criterionFields("criterionZh", words(80)),
  ...criterionFields("weight", words(10)),
});

type Typed = z.infer<typeof Fields>;
/** Says what is wrong with a field, by its message's key. */
type Wrong = (field: string, message: string) => void;

/** A contest as staff write it. */
export const ContestForm = (time: ClubTime) =>
  Fields.transform(
    (typed, context): { requestKey: string; revision: number; draft: ContestDraft } => {
      const wrong: Wrong = (field, message) =>
        context.addIssue({ code: "custom", path: [field], message });
      const terms = readTyped(typed, wrong);
      const isFromHome = typed.kind === "pictures" && typed.entriesUntil !== "";
      const entriesUntil = isFromHome ? readMoment(typed.entriesUntil, "until", time) : null;
      if (isFromHome && !entriesUntil) wrong("entriesUntil", "contestKeeping.error.moment");
      if (!terms || (isFromHome && !entriesUntil)) return z.NEVER;
      return {
        ...{ requestKey: typed.requestKey, revision: typed.revision },
        draft: {
          title: { en: typed.titleEn, zh: typed.titleZh },
          about: { en: typed.aboutEn, zh: typed.aboutZh },
          ...{ terms, entriesUntil, brackets: typed.brackets, openTo: typed.openTo },
        },
      };
    },
  );

function readTyped(typed: Typed, wrong: Wrong): ContestTerms | null {
  if (typed.kind === "pictures") {
    const criteria = readCriteria(typed, wrong);
    return criteria && { kind: "pictures", criteria };
  }
  if (typed.kind === "chosen") return { kind: "chosen", by: typed.by };
  const attempts = readWhole(typed.attempts);
  if (attempts === null || attempts < 1 || attempts > MOST_ATTEMPTS) {
    wrong("attempts", "contestKeeping.error.attempts");
    return null;
  }
  return { kind: "measured", measure: typed.measure, better: typed.better, attempts };
}

function readCriteria(typed: Typed, wrong: Wrong): Criterion[] | null {
  let isWhole = true;
  const criteria = CRITERIA.flatMap((place): Criterion[] => {
    const name = { en: typed[`criterionEn${place}`], zh: typed[`criterionZh${place}`] };
    const text = typed[`weight${place}`];
    if (name.en + name.zh + text === "") return [];
    const weight = readWhole(text);
    if (name.en && name.zh && weight !== null && weight >= 1 && weight <= 100) {
      return [{ key: `c${place}`, name, weight }];
    }
    wrong(`criterionEn${place}`, "contestKeeping.error.criterion");
    isWhole = false;
    return [];
  });
  return isWhole ? criteria : null;
}

const reason = typedReason();

/** What a contest's page at the desk does. */
export const ContestActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["open", "close", "reopen", "discard"]) }),
  z.object({ intent: z.literal("call-off"), reasonEn: reason, reasonZh: reason }),
  z.object({
    intent: z.literal("assign"),
    entry: rowId,
    person: z.coerce
      .number({ error: "contestKeeping.error.person" })
      .int()
      .positive()
      .max(MOST_ROW_ID),
    bracket: words(24),
    /** The child has an entry: this one's picture takes the place of that one's. */
    replace: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("withdraw"), entry: rowId, reason }),
  z.object({ intent: z.literal("restore"), entry: rowId }),
  z.object({
    intent: z.literal("add-try"),
    entry: rowId,
    id: z.uuid(),
    seen: z.coerce.number().int().min(0).max(99),
    value: needed(20, "contestKeeping.error.value"),
    reason,
  }),
  z.object({ intent: z.literal("take-back"), attempt: z.uuid(), reason }),
  z.object({ intent: z.literal("choose"), entry: rowId, reasonEn: reason, reasonZh: reason }),
]);

/** What is done on the spot; a picture comes beside it, where there is one. */
export const EntryActForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("enter"),
    requestKey,
    /** Nothing: whose it is, is said later. */
    person: words(20),
    number: words(10),
    bracket: words(24),
    note: words(120),
  }),
  z.object({ intent: z.literal("picture"), entry: rowId }),
  z.object({
    intent: z.literal("measure"),
    id: z.uuid(),
    entry: rowId,
    /** Empty is as unreadable as what is no time. */
    value: words(20),
  }),
  z.object({ intent: z.literal("vote"), party: rowId, entry: rowId }),
]);

/** What a guardian does with a child's entry. */
export const OwnEntryForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("enter"), requestKey, contest: rowId, person: rowId }),
  z.object({ intent: z.enum(["withdraw", "forget"]), entry: rowId }),
  z.object({ intent: z.literal("vote"), contest: rowId, party: rowId, entry: rowId }),
]);
