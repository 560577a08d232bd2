import type { ClubTime } from "#app/platform/club-time.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import { readMinor, readWhole } from "#app/platform/typed-number.ts";
import { typedText } from "#app/platform/typed-text.ts";

/** What keeps an event from being published, as the words for it are called. */
export const eventIssues = [
  "missing",
  "inEnglish",
  "inChinese",
  "tooLong",
  "choose",
  "number",
  "moment",
  "momentOrder",
  "begun",
  "outside",
  "closesLate",
  "opensLate",
  "freeLate",
  "web",
  "email",
  "phone",
  "contact",
  "ages",
  "agesOverlap",
  "mostUnder",
  "gone",
  "limitTwice",
  "limitCars",
  "limitDrivers",
  "limitBracket",
  "options",
  "onlyIf",
  "money",
] as const;
export type EventIssue = (typeof eventIssues)[number];

/** By the field's name in the form, in the form's order: `titleEn`, `sessions.0.nameEn`. */
export type EventIssues = Record<string, EventIssue>;

/** How money is written (with so many decimals), and on whose clock moments are. */
export type TypedHow = { digits: number; time: ClubTime };

export type EventReader = ReturnType<typeof eventReader>;

/** Reads fields one after the other, and keeps what is wrong with them: the first thing of each. */
export function eventReader({ digits, time }: TypedHow) {
  const issues: EventIssues = {};
  const wrong = (field: string, issue: EventIssue) => {
    issues[field] ??= issue;
  };

  function text(field: string, typed: string, most: number): string {
    const read = typedText(typed.replace(/\r\n?/g, "\n"));
    if (read.length > most) wrong(field, "tooLong");
    return read;
  }

  /** In both languages, or where nothing has to be said in none. */
  function both(
    name: string,
    row: Record<string, unknown>,
    at: BothAt,
  ): { en: string; zh: string } {
    const path = `${at.path ?? ""}${name}`;
    const en = text(`${path}En`, String(row[`${name}En`] ?? ""), at.most);
    const zh = text(`${path}Zh`, String(row[`${name}Zh`] ?? ""), at.most);
    const said = en !== "" || zh !== "";
    if (at.needed && !said) wrong(`${path}En`, "missing");
    else if (en === "" && said) wrong(`${path}En`, "inEnglish");
    else if (zh === "" && said) wrong(`${path}Zh`, "inChinese");
    return { en, zh };
  }

  /** Null, and no issue, where nothing was typed. */
  function optionalNumber(
    field: string,
    typed: string,
    least: number,
    most: number,
  ): number | null {
    if (typed.trim() === "") return null;
    const read = readWhole(typed);
    if (read !== null && read >= least && read <= most) return read;
    wrong(field, "number");
    return null;
  }

  function number(field: string, typed: string, least: number, most: number): number {
    if (typed.trim() === "") wrong(field, "missing");
    return optionalNumber(field, typed, least, most) ?? least;
  }

  function optionalMoment(field: string, typed: string, edge: "from" | "until"): Date | null {
    if (typed.trim() === "") return null;
    const read = readMoment(typed, edge, time);
    if (read === null) wrong(field, "moment");
    return read;
  }

  function moment(field: string, typed: string, edge: "from" | "until"): Date | null {
    if (typed.trim() === "") wrong(field, "missing");
    return optionalMoment(field, typed, edge);
  }

  function oneOf<const Value extends string>(
    field: string,
    values: readonly [Value, ...Value[]],
    typed: string,
  ): Value {
    const found = values.find((each) => each === typed.trim());
    if (found === undefined) wrong(field, "choose");
    return found ?? values[0];
  }

  /** In the smallest unit of the currency. */
  function sum(field: string, typed: string, most: number): number {
    const read = readMinor(typed, digits);
    if (read !== null && read >= 1 && read <= most) return read;
    wrong(field, "money");
    return 1;
  }

  return {
    issues,
    wrong,
    text,
    both,
    optionalNumber,
    number,
    optionalMoment,
    moment,
    oneOf,
    sum,
  };
}

type BothAt = { most: number; needed?: boolean; path?: string };
