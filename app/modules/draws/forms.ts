import { z } from "zod";
import { type ClubTime, parseDay } from "#app/platform/club-time.ts";
import { MOST_ROW_ID, RowId } from "#app/platform/row-id.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import { readWhole } from "#app/platform/typed-number.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { type DrawDraft, PRIZES, type PrizePlace } from "./draft.ts";
import { readEntryNumber } from "./entry-number.ts";
import type { TablePrize } from "./prize-table.ts";
import { valueDue } from "./public-value.ts";
import { valueKinds } from "./value-kinds.ts";

const LONG = "draws.error.long";
/** More pieces of a prize than these are a slip of the keyboard. */
const MOST_PIECES = 1_000;
const words = (most: number) =>
  z.string().overwrite(typedText).max(most, { error: LONG }).default("");
const needed = (most: number, error: string) =>
  z.string({ error }).overwrite(typedText).min(1, { error }).max(most, { error: LONG });
const ticked = z
  .string()
  .optional()
  .transform((sent) => sent === "on");

const prizeFields = <Name extends string, Field>(name: Name, field: Field) =>
  Object.fromEntries(PRIZES.map((place) => [`${name}${place}`, field])) as Record<
    `${Name}${PrizePlace}`,
    Field
  >;

const Fields = z.object({
  requestKey: z.string().overwrite(typedText).min(1).max(100),
  titleEn: needed(120, "draws.error.title"),
  titleZh: needed(120, "draws.error.title"),
  aboutEn: words(2_000),
  aboutZh: words(2_000),
  method: z.enum(["computed", "by-hand"], { error: "draws.error.method" }),
  of: z.enum(["visits", "checked-in", "registered"], { error: "draws.error.of" }),
  from: words(20),
  through: words(20),
  perVisit: ticked,
  event: words(20),
  onePerHousehold: ticked,
  mustBePresent: ticked,
  drawAt: words(40),
  claimBy: words(20),
  valueKind: z.enum(valueKinds, { error: "draws.error.value" }).optional(),
  valueReference: words(20),
  pickedByEn: words(120),
  pickedByZh: words(120),
  ...prizeFields("prizeEn", words(120)),
  ...prizeFields("prizeZh", words(120)),
  ...prizeFields("prizeCount", words(10)),
  ...prizeFields("prizeVariant", words(20)),
});

type Typed = z.infer<typeof Fields>;
/** Says what is wrong with a field, by its message's key. */
type Wrong = (field: keyof Typed | string, message: string) => void;

/** A draw as staff write it. */
export const DrawForm = (time: ClubTime) =>
  Fields.transform((typed, context): { requestKey: string; draft: DrawDraft } => {
    const wrong: Wrong = (field, message) =>
      context.addIssue({ code: "custom", path: [field], message });
    const drawAt = readMoment(typed.drawAt, "from", time);
    const claimBy = parseDay(typed.claimBy);
    const how = readHow(typed, wrong);
    if (drawAt === null) wrong("drawAt", "draws.error.moment");
    if (claimBy === null) wrong("claimBy", "draws.error.day");
    if (drawAt && claimBy && claimBy < time.dayOf(drawAt)) wrong("claimBy", "draws.error.claimBy");
    if (drawAt && how && "due" in how && drawAt < how.due) wrong("drawAt", "draws.error.tooSoon");
    const entrants = readWho(typed, wrong);
    const prizes = readPrizes(typed, wrong);
    if (!drawAt || !claimBy || !how || !entrants || prizes.length === 0) return z.NEVER;
    return {
      requestKey: typed.requestKey,
      draft: {
        title: { en: typed.titleEn, zh: typed.titleZh },
        about: { en: typed.aboutEn, zh: typed.aboutZh },
        onePerHousehold: typed.onePerHousehold,
        mustBePresent: typed.mustBePresent,
        ...{ drawAt, claimBy, how, entrants, prizes },
      },
    };
  });

function readHow(typed: Typed, wrong: Wrong): DrawDraft["how"] | null {
  if (typed.method === "by-hand") {
    const pickedBy = { en: typed.pickedByEn, zh: typed.pickedByZh };
    if (pickedBy.en !== "" && pickedBy.zh !== "") return { pickedBy };
    wrong("pickedByEn", "draws.error.pickedBy");
    return null;
  }
  const { valueKind: kind, valueReference: reference } = typed;
  const due = kind ? valueDue({ kind, reference }) : null;
  if (kind && due) return { kind, reference, due };
  wrong("valueReference", "draws.error.value");
  return null;
}

function readWho(typed: Typed, wrong: Wrong): DrawDraft["entrants"] | null {
  if (typed.of !== "visits") {
    const eventId = readWhole(typed.event);
    if (eventId !== null && eventId > 0 && eventId <= MOST_ROW_ID) return { of: typed.of, eventId };
    wrong("event", "draws.error.event");
    return null;
  }
  const [from, through] = [parseDay(typed.from), parseDay(typed.through)];
  if (from && through && from <= through) {
    return { of: "visits", from, through, perVisit: typed.perVisit };
  }
  wrong("from", "draws.error.days");
  return null;
}

function readPrizes(typed: Typed, wrong: Wrong): DrawDraft["prizes"] {
  const prizes = PRIZES.flatMap((place) => {
    const title = { en: typed[`prizeEn${place}`], zh: typed[`prizeZh${place}`] };
    const [text, variant] = [typed[`prizeCount${place}`], typed[`prizeVariant${place}`]];
    if (title.en + title.zh + text + variant === "") return [];
    const count = readWhole(text);
    const variantId = readVariant(variant);
    if (variantId === "none") wrong(`prizeVariant${place}`, "draws.error.gift");
    else if (count !== null && isPieces(count) && isCalled(title, variantId)) {
      return [{ title, count, variantId }];
    } else wrong(`prizeEn${place}`, "draws.error.prize");
    return [];
  });
  if (prizes.length === 0) wrong("prizeEn1", "draws.error.prize");
  return prizes;
}

const isPieces = (count: number) => count >= 1 && count <= MOST_PIECES;

/** A gift has names of its own; what the club has by other means needs them. */
const isCalled = ({ en, zh }: InBoth, variantId: number | null) =>
  variantId !== null || (en !== "" && zh !== "");

/** The gift that was chosen, if any; `none` for what is not the number of one. */
const readVariant = (typed: string): number | null | "none" =>
  typed === "" ? null : (RowId.safeParse(typed).data ?? "none");

/** What a draw's page at the desk does. */
export const DrawActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["freeze", "discard", "return-rest"]) }),
  z.object({
    intent: z.literal("read"),
    value: needed(200, "draws.error.reading"),
  }),
  z.object({
    intent: z.literal("call-off"),
    reasonEn: typedReason(),
    reasonZh: typedReason(),
  }),
  z.object({
    intent: z.literal("pick"),
    entry: z.string({ error: "draws.error.entry" }).transform((typed, context) => {
      const entry = readEntryNumber(typed);
      if (entry === null) context.addIssue({ code: "custom", message: "draws.error.entry" });
      return entry ?? z.NEVER;
    }),
  }),
  z.object({
    intent: z.literal("hand-over"),
    win: z.coerce.number().int().positive().max(MOST_ROW_ID),
  }),
  z.object({
    intent: z.literal("undo"),
    win: z.coerce.number().int().positive().max(MOST_ROW_ID),
    at: z.coerce.date(),
    reason: typedReason(),
  }),
  z.object({
    intent: z.literal("pass-on"),
    win: z.coerce.number().int().positive().max(MOST_ROW_ID),
    why: z.enum(["unclaimed", "not-there", "declined", "left"], { error: "draws.error.why" }),
  }),
]);

/** A winner who wants their name to stand beside their entry, or no more. */
export const NameForm = z.object({
  win: z.coerce.number().int().positive().max(MOST_ROW_ID),
  named: z.enum(["yes", "no"]),
});

/** What is done with tables of prizes from which every turn wins. */
export const PrizeTableActForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("open"),
    requestKey: z.string().overwrite(typedText).min(1).max(100),
    titleEn: needed(120, "draws.error.title"),
    titleZh: needed(120, "draws.error.title"),
    ...prizeFields("prizeEn", words(120)),
    ...prizeFields("prizeZh", words(120)),
    ...prizeFields("prizeWeight", words(10)),
    ...prizeFields("prizeCount", words(10)),
    ...prizeFields("prizeVariant", words(20)),
  }),
  z.object({
    intent: z.literal("close"),
    table: z.coerce.number().int().positive().max(MOST_ROW_ID),
  }),
  z.object({
    intent: z.enum(["hand-over", "return"]),
    turn: z.coerce.number().int().positive().max(MOST_ROW_ID),
  }),
  z.object({
    intent: z.literal("undo"),
    turn: z.coerce.number().int().positive().max(MOST_ROW_ID),
    at: z.coerce.date(),
    reason: typedReason(),
  }),
]);

type TypedTable = Extract<z.infer<typeof PrizeTableActForm>, { intent: "open" }>;

/**
 * The prizes of a table as they were typed; null where one of them is not whole. Without a count one does not run out,
 * which a gift of the catalogue does.
 */
export function readTablePrizes(typed: TypedTable): TablePrize[] | null {
  const prizes = PRIZES.flatMap((place): (TablePrize | null)[] => {
    const title = { en: typed[`prizeEn${place}`], zh: typed[`prizeZh${place}`] };
    const [weightText, count] = [typed[`prizeWeight${place}`], typed[`prizeCount${place}`]];
    const variant = typed[`prizeVariant${place}`];
    if (title.en + title.zh + weightText + count + variant === "") return [];
    const weight = readWhole(weightText);
    const pieces = count === "" ? null : readWhole(count);
    const variantId = readVariant(variant);
    if (variantId === "none" || !isCalled(title, variantId)) return [null];
    if (weight === null || !isPieces(weight)) return [null];
    if (count === "" ? variantId !== null : pieces === null || !isPieces(pieces)) return [null];
    return [{ title, weight, pieces, variantId }];
  });
  const whole = prizes.filter((prize) => prize !== null);
  return whole.length === prizes.length ? whole : null;
}
