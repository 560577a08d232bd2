import type { Winner } from "#app/modules/contest-results/load-winners.server.ts";
import { formatDay, formatMoney, formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { EventFacts } from "./event-facts.ts";
import type { Line, LineKey, Value } from "./report-lines.ts";
import type { Note } from "./report-notes.ts";

// A report in its reader's words, the same on its page and on paper.

/** What a line is called. */
export const writtenLabel = (t: Translate, label: Line["label"]): string =>
  typeof label === "object"
    ? inLanguage(t.locale, label)
    : t(`eventReport.line.${label satisfies LineKey}`);

/** A figure; a dash where there is none. */
export function writtenValue(t: Translate, value: Value): string {
  switch (value.as) {
    case "count":
      return formatPoints(value.of, t.locale);
    case "points":
      return t("eventReport.points", { points: formatPoints(value.of, t.locale) });
    case "money":
      return formatMoney(value.minor, value.currency, t.locale);
    case "grade":
      return t("eventReport.grade", { grade: value.of.toFixed(1), of: value.outOf });
    case "words":
      return inLanguage(t.locale, value.of);
    case "few":
      return t("eventReport.few");
    case "none":
      return "–";
  }
}

/** A note as a sentence. */
export function writtenNote(t: Translate, note: Note, timeZone: string): string {
  const inEach = (sums: { minor: number; currency: string }[]) =>
    sums.map(({ minor, currency }) => formatMoney(minor, currency, t.locale)).join(" + ");
  switch (note.say) {
    case "cancelled":
      return t("eventReport.note.cancelled", { reason: note.reason || "–" });
    case "marks-open":
    case "survey-open":
    case "joining-open": {
      // The last whole day before it ends.
      const last = new Date(new Date(note.until).getTime() - 1);
      return t(`eventReport.note.${note.say}`, { day: formatDay(last, t.locale, timeZone) });
    }
    case "unmarked":
    case "prizes-wait":
    case "cost-unknown":
      return t(`eventReport.note.${note.say}`, { count: note.count });
    case "owed-back":
      return t("eventReport.note.owed-back", { sum: inEach([note]) });
    case "other-money":
    case "other-typed":
      return t(`eventReport.note.${note.say}`, { sums: inEach(note.sums) });
    default:
      return t(`eventReport.note.${note.say}`);
  }
}

/** Which event the figures are held beside, and by what it was found. */
export function beforeWords(t: Translate, before: EarlierEvent | null, timeZone: string): string {
  if (!before) return t("eventReport.before.none");
  const event = inLanguage(t.locale, before.title);
  const day = formatDay(before.startsAt, t.locale, timeZone);
  return t(`eventReport.before.${before.likeness ?? "any"}`, { event, day });
}

type EarlierEvent = Pick<EventFacts, "title" | "startsAt" | "likeness">;

/** What somebody won, and who it is: their number, and the name that may stand beside it. */
export function winnerWords(
  t: Translate,
  { contest, bracket, prize, number, name }: Winner,
  brackets: EventFacts["brackets"],
): { what: string; who: string } {
  const group = brackets.find(({ key }) => key === bracket)?.name;
  const what = [
    inLanguage(t.locale, contest),
    group ? inLanguage(t.locale, group) : bracket,
    prize === null
      ? t("eventReport.winners.award")
      : t("eventReport.winners.prize", { rank: prize }),
  ];
  const who = [t("eventReport.winners.number", { number }), name];
  return { what: what.filter(Boolean).join(" · "), who: who.filter(Boolean).join(" · ") };
}
