import { type ClubRules, clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { type WorkKind, workKinds } from "#app/modules/rulebook/work-kind.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import {
  PROGRAMME_BONUS,
  REMINDER,
  RULE_FIELDS,
  RULE_SWITCHES,
  type RulePath,
  ruleAt,
  type SwitchPath,
  switchAt,
  type Unit,
  withRules,
} from "./rule-fields.ts";

/** What was typed or ticked, by the names of the form's fields. */
export type Typed = Record<string, string[]>;

/** What is wrong with a field. Bounds are as the rules keep them, money in minor units. */
export type RuleFieldError =
  | {
      wrong:
        | "number"
        | "whole"
        | "kinds"
        | "choice"
        | "days"
        | "programme-name"
        | "programme-title"
        | "programme-known"
        | "programme-last";
    }
  | { wrong: "gold-below-silver" | "bonus-kinds" | "bonus-percent" }
  | { wrong: "range"; unit: Unit; least: number; most: number };

export type RuleErrors = Record<string, RuleFieldError>;

export type RulesRead = { ok: true; rules: ClubRules } | { ok: false; errors: RuleErrors };

const PROGRAMME_NAME = /^[a-z][a-z0-9_-]{0,31}$/;
const LONGEST = 100;

/** As the rule book holds them. */
export const PROGRAMME_TITLE_AT_MOST = 40;

const FIELDS: ReadonlySet<string> = new Set([
  ...RULE_FIELDS.map(({ path }) => path),
  ...RULE_SWITCHES.map(({ path }) => path),
  "earning.earningKinds",
  "lapse.remindDaysBefore",
  "newProgramme.name",
  "startsOn",
  "note",
  "intent",
  "previewed",
  "seen",
]);
const PROGRAMME_FIELD =
  /^(programme\.[a-z][a-z0-9_-]{0,31}|newProgramme)\.(percent|kinds|removed|titleEn|titleZh)$/;

/** A form as a browser sends it: the fields that it has, cut to what these could hold. */
export function typedOf(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || !(FIELDS.has(name) || PROGRAMME_FIELD.test(name))) continue;
    const values = typed[name] ?? [];
    if (values.length < workKinds.length) values.push(value.slice(0, 500));
    typed[name] = values;
  }
  return typed;
}

/**
 * The form's fields filled in with rules as they are.
 *
 * @param digits how many digits the currency's minor unit has: 2 for CNY.
 */
export function rulesToTyped(rules: ClubRules, digits: number): Typed {
  const typed: Typed = {};
  for (const { path, unit } of RULE_FIELDS) {
    const value = ruleAt(rules, path);
    typed[path] = [unit === "money" ? moneyText(value, digits) : String(value)];
  }
  for (const { path } of RULE_SWITCHES) typed[path] = [switchAt(rules, path) ? "yes" : "no"];
  typed["earning.earningKinds"] = [...rules.earning.earningKinds];
  typed["lapse.remindDaysBefore"] = [rules.lapse.remindDaysBefore.join(", ")];
  for (const [name, programme] of Object.entries(rules.earning.programmes)) {
    const { bonusPercent, bonusKinds, title } = programme;
    typed[`programme.${name}.titleEn`] = [title?.en ?? ""];
    typed[`programme.${name}.titleZh`] = [title?.zh ?? ""];
    typed[`programme.${name}.percent`] = [String(bonusPercent)];
    typed[`programme.${name}.kinds`] = [...bonusKinds];
  }
  return typed;
}

/**
 * Reads the form of the rules. Everything that is wrong is told at once, each at its field.
 *
 * @param base the rules that the form was filled in with: their programmes have fields of their own.
 */
export function readRulesForm(typed: Typed, base: ClubRules, digits: number): RulesRead {
  const errors: RuleErrors = {};
  const numbers = new Map<RulePath, number>();
  const switches = new Map<SwitchPath, boolean>();
  for (const { path, ...field } of RULE_FIELDS) {
    const read = readNumber(typed[path]?.[0], field, digits);
    if (typeof read === "number") numbers.set(path, read);
    else errors[path] = read;
  }
  for (const { path } of RULE_SWITCHES) {
    // A box that is not ticked and a field that is not there look the same: both answers are said.
    const said = typed[path]?.[0];
    if (said === "yes" || said === "no") switches.set(path, said === "yes");
    else errors[path] = { wrong: "choice" };
  }
  const [silver, gold] = [
    numbers.get("earning.tierPercent.silver"),
    numbers.get("earning.tierPercent.gold"),
  ];
  if (silver !== undefined && gold !== undefined && gold < silver) {
    errors["earning.tierPercent.gold"] = { wrong: "gold-below-silver" };
  }
  const earningKinds = readKinds(typed["earning.earningKinds"]);
  if (earningKinds.length === 0) errors["earning.earningKinds"] = { wrong: "kinds" };
  const reminders = readReminders(typed["lapse.remindDaysBefore"]?.[0] ?? "");
  if (!reminders) errors["lapse.remindDaysBefore"] = { wrong: "days" };
  const programmes = readProgrammes(typed, base, errors);
  if (Object.keys(errors).length > 0 || !reminders) return { ok: false, errors };

  const rules = withRules(withRules(base, numbers), switches);
  rules.earning.earningKinds = earningKinds;
  rules.earning.programmes = programmes;
  rules.lapse.remindDaysBefore = reminders;
  return { ok: true, rules: clubRulesSchema.parse(rules) };
}

/** A number as people write it, in minor units where it is money; or what is wrong with it. */
function readNumber(
  text: string | undefined,
  { unit, least, most }: { unit: Unit; least: number; most: number },
  digits: number,
): number | RuleFieldError {
  const plain = (text ?? "")
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\s,¥%]/g, "");
  if (plain.length > LONGEST || !/^-?\d+(\.\d+)?$/.test(plain)) return { wrong: "number" };
  const decimals = unit === "money" ? digits : 0;
  const [, fraction = ""] = plain.split(".");
  if (fraction.replace(/0+$/, "").length > decimals) return { wrong: "whole" };
  const value = Math.round(Number(plain) * 10 ** decimals);
  return value < least || value > most ? { wrong: "range", unit, least, most } : value;
}

function readKinds(values: string[] | undefined): WorkKind[] {
  return workKinds.filter((kind) => values?.includes(kind));
}

/** Days before the lapse, the longest first; none at all is a choice too. Null for what cannot be read. */
function readReminders(text: string): number[] | null {
  const parts = text
    .normalize("NFKC")
    .split(/[\s,;、]+/)
    .filter((part) => part !== "");
  const days = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  const sound = days.every(
    (day) => Number.isInteger(day) && day >= REMINDER.least && day <= REMINDER.most,
  );
  return sound && days.length <= REMINDER.count ? days : null;
}

type Programmes = ClubRules["earning"]["programmes"];

function readProgrammes(typed: Typed, base: ClubRules, errors: RuleErrors): Programmes {
  const programmes: Programmes = {};
  const names = Object.keys(base.earning.programmes);
  for (const name of names) {
    if (typed[`programme.${name}.removed`]?.[0] === "on") continue;
    programmes[name] = readProgramme(typed, `programme.${name}`, errors);
  }
  const added = (typed["newProgramme.name"]?.[0] ?? "").normalize("NFKC").trim();
  if (added !== "") {
    if (!PROGRAMME_NAME.test(added)) errors["newProgramme.name"] = { wrong: "programme-name" };
    else if (names.includes(added)) errors["newProgramme.name"] = { wrong: "programme-known" };
    else programmes[added] = readProgramme(typed, "newProgramme", errors);
  }
  if (Object.keys(programmes).length === 0 && !errors["newProgramme.name"]) {
    errors[`programme.${names.at(-1)}.removed`] = { wrong: "programme-last" };
  }
  return programmes;
}

/** A bonus needs kinds of work to be for, and kinds a bonus: half of it would be a rule that does nothing. */
function readProgramme(typed: Typed, at: string, errors: RuleErrors): Programmes[string] {
  const bonusKinds = readKinds(typed[`${at}.kinds`]);
  const bounds = { unit: "percent" as const, ...PROGRAMME_BONUS };
  const read = readNumber(typed[`${at}.percent`]?.[0] || "0", bounds, 0);
  const bonusPercent = typeof read === "number" ? read : 0;
  if (typeof read !== "number") errors[`${at}.percent`] = read;
  else if (bonusPercent > 0 && bonusKinds.length === 0) {
    errors[`${at}.kinds`] = { wrong: "bonus-kinds" };
  } else if (bonusPercent === 0 && bonusKinds.length > 0) {
    errors[`${at}.percent`] = { wrong: "bonus-percent" };
  }
  const title = readTitle(typed, at, errors);
  return { bonusPercent, bonusKinds, ...(title && { title }) };
}

/** What people call a programme; null where it is called nothing. Spaces and line ends are one space. */
function readTitle(typed: Typed, at: string, errors: RuleErrors): InBoth | null {
  const [en, zh] = (["titleEn", "titleZh"] as const).map((field) => {
    const title = typedText(typed[`${at}.${field}`]?.[0] ?? "").replace(/\s+/g, " ");
    if (title.length > PROGRAMME_TITLE_AT_MOST)
      errors[`${at}.${field}`] = { wrong: "programme-title" };
    return title;
  }) as [string, string];
  return en === "" && zh === "" ? null : { en, zh };
}

function moneyText(minor: number, digits: number): string {
  const text = (minor / 10 ** digits).toFixed(digits);
  return digits > 0 ? text.replace(/\.0+$/, "") : text;
}
