import { z } from "zod";
import { RowId } from "#app/platform/row-id.ts";
import { readWhole } from "#app/platform/typed-number.ts";
import { typedReason } from "#app/platform/typed-reason.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { faultOf, PRIZE_LINES, type PrizeDraft, type PrizeLine } from "./prizes.ts";

/** What staff type about prizes and rankings. Errors are keys of messages, put into words by the page. */
export const TITLE_AT_MOST = 80;
const MOST_COUNT = 100;
const MOST_POINTS = 100_000;

const words = (most: number, error: string) =>
  z.string().overwrite(typedText).max(most, { error }).default("");
const key = z.string().overwrite(typedText).min(1).max(100);

const eachLine = <Name extends string, Field>(name: Name, field: Field) =>
  Object.fromEntries(PRIZE_LINES.map((line) => [`${name}${line}`, field])) as Record<
    `${Name}${PrizeLine}`,
    Field
  >;

const Lines = z.object({
  ...eachLine("rank", words(10, "prizes.error.rank")),
  ...eachLine("bracket", words(24, "prizes.error.bracket")),
  ...eachLine("count", words(10, "prizes.error.count")),
  ...eachLine("titleEn", words(TITLE_AT_MOST, "prizes.error.title")),
  ...eachLine("titleZh", words(TITLE_AT_MOST, "prizes.error.title")),
  ...eachLine("variant", words(20, "prizes.error.variant")),
  ...eachLine("points", words(10, "prizes.error.points")),
});
type Typed = z.infer<typeof Lines>;
/** Says what is wrong with a field, by its message's key. */
type Wrong = (field: keyof Typed, message: string) => void;

/** The prizes of a contest as they are typed; a line of which nothing is typed is none. */
export const PrizesForm = (brackets: readonly string[]) =>
  Lines.transform((typed, context): PrizeDraft[] => {
    let isWhole = true;
    const wrong: Wrong = (field, message) => {
      isWhole = false;
      context.addIssue({ code: "custom", path: [field], message });
    };
    const lines = PRIZE_LINES.flatMap((line) => {
      const prize = readLine(typed, line, brackets, wrong);
      return prize ? [{ ...prize, line }] : [];
    });
    const fault = isWhole ? faultOf(lines, brackets) : null;
    if (fault) wrong(`rank${lines.at(-1)?.line ?? 1}`, `prizes.error.${fault}`);
    return isWhole ? lines.map(({ line: _line, ...prize }) => prize) : z.NEVER;
  });

function readLine(
  typed: Typed,
  line: PrizeLine,
  brackets: readonly string[],
  wrong: Wrong,
): PrizeDraft | null {
  const title = { en: typed[`titleEn${line}`], zh: typed[`titleZh${line}`] };
  const [variant, points] = [typed[`variant${line}`], typed[`points${line}`]];
  const [rankText, countText] = [typed[`rank${line}`], typed[`count${line}`]];
  if (title.en + title.zh + variant + points + countText === "") return null;
  const rank = readWhole(rankText);
  const count = countText === "" ? 1 : readWhole(countText);
  const given = points === "" ? 0 : readWhole(points);
  const bracket = typed[`bracket${line}`] || null;
  const variantId = variant === "" ? null : (RowId.safeParse(variant).data ?? 0);
  if (rank === null || rank < 1 || rank > 20) wrong(`rank${line}`, "prizes.error.rank");
  if (count === null || count < 1 || count > MOST_COUNT) {
    wrong(`count${line}`, "prizes.error.count");
  }
  if (given === null || given < 0 || given > MOST_POINTS) {
    wrong(`points${line}`, "prizes.error.points");
  }
  if (bracket !== null && !brackets.includes(bracket)) {
    wrong(`bracket${line}`, "prizes.error.bracket");
  }
  if (variantId === 0) wrong(`variant${line}`, "prizes.error.variant");
  if (variantId === null && title.en === "") wrong(`titleEn${line}`, "prizes.error.title");
  if (variantId === null && title.zh === "") wrong(`titleZh${line}`, "prizes.error.title");
  return { bracket, rank: rank ?? 0, count: count ?? 0, title, variantId, points: given ?? 0 };
}

/** What is done on the page of a contest's result. */
export const ResultActForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), requestKey: key, seen: key }),
  z.object({
    intent: z.literal("correct"),
    requestKey: key,
    seen: key,
    reasonEn: typedReason(),
    reasonZh: typedReason(),
    /** What becomes of prizes that were handed over and are won by others now: ids of awards to come back. */
    back: z.array(RowId).max(1_000).default([]),
  }),
]);

/** What is done on the list of prizes to hand over. */
export const HandOutForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["hand-over", "came-back", "leave"]), award: RowId }),
  z.object({
    intent: z.literal("undo"),
    award: RowId,
    at: z.coerce.date(),
    reason: typedReason(),
  }),
  z.object({
    intent: z.literal("give-up"),
    award: RowId,
    reason: typedReason(),
  }),
]);

/** A family that wants a name to stand beside its number, or no more. */
export const NameForm = z.object({ entry: RowId, named: z.enum(["yes", "no"]) });
