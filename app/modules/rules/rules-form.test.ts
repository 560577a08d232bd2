import { describe, expect, test } from "vitest";
import { clubRulesSchema, defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { ruleChanges } from "./rule-changes.ts";
import { RULE_FIELDS, RULE_SWITCHES, ruleAt } from "./rule-fields.ts";
import { readRulesForm, rulesToTyped, type Typed, typedOf } from "./rules-form.ts";

const base = defaultClubRules;
const filledIn = () => rulesToTyped(base, 2);
const read = (changed: Typed) => readRulesForm({ ...filledIn(), ...changed }, base, 2);

test("a form that nobody touched gives the same rules", () => {
  expect(read({})).toEqual({ ok: true, rules: base });
});

test("every number of the rules has a field, and no field is for a number that is not there", () => {
  const numbers: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === "number") numbers.push(path);
    else if (value && typeof value === "object" && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    }
  };
  walk(base, "");
  const inPrograms = (path: string) => path.startsWith("earning.programmes.");
  expect(RULE_FIELDS.map(({ path }) => path as string).sort()).toEqual(
    numbers.filter((path) => !inPrograms(path)).sort(),
  );
});

test("what is either so or not is said either way, and never guessed", () => {
  const path = "gifts.lapsedPointsReturn";
  const answer = read({ [path]: ["no"] });
  expect(answer.ok && answer.rules.gifts.lapsedPointsReturn).toBe(false);
  expect(answer.ok && ruleChanges(base, answer.rules)).toEqual([
    { what: "switch", path, before: true, after: false },
  ]);
  for (const typed of [[], ["on"], [""]]) {
    expect(read({ [path]: typed })).toEqual({ ok: false, errors: { [path]: { wrong: "choice" } } });
  }
});

test("everything of the rules that is so or not has a field", () => {
  const found: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === "boolean") found.push(path);
    else if (value && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    }
  };
  walk(base, "");
  expect(RULE_SWITCHES.map(({ path }) => path)).toEqual(found);
});

test("every field's bounds are within what the rules can hold", () => {
  for (const { path, least, most } of RULE_FIELDS) {
    for (const value of [least, most]) {
      const rules = structuredClone(base) as Record<string, unknown>;
      const parts = path.split(".");
      const last = parts.pop() as string;
      let branch = rules;
      for (const part of parts) branch = branch[part] as Record<string, unknown>;
      branch[last] = value;
      expect.soft(clubRulesSchema.safeParse(rules).success, `${path} = ${value}`).toBe(true);
    }
  }
});

describe("numbers", () => {
  test.each([
    ["money has decimals", "earning.minorPerPoint", "12.50", 1250],
    ["and separators", "tiers.goldDuesMinor", "¥ 1,288.00", 128_800],
    ["in full width too", "tiers.goldStatusPoints", "２５００", 2500],
    ["a percentage may be written as one", "earning.tierPercent.gold", "250 %", 250],
    ["nought where nought makes sense", "otherEarning.survey", "0", 0],
  ] as const)("%s", (_case, path, typed, value) => {
    const answer = read({ [path]: [typed] });
    expect(answer.ok && ruleAt(answer.rules, path)).toBe(value);
  });

  test.each([
    ["a negative rate", "earning.tierPercent.silver", "-1", "range"],
    ["with a real minus", "earning.tierPercent.silver", "\u22121", "range"],
    ["a point for nothing", "earning.minorPerPoint", "0", "range"],
    ["less than the smallest coin", "earning.minorPerPoint", "0.001", "whole"],
    ["a part of a point", "tiers.goldStatusPoints", "1999.5", "whole"],
    ["ten times the most", "earning.tierPercent.gold", "10000", "range"],
    ["a lapse at once", "lapse.months", "0", "range"],
    ["nothing", "tiers.goldMonths", "", "number"],
    ["a word", "tiers.goldMonths", "twelve", "number"],
    ["a number of another kind", "tiers.goldMonths", "1e2", "number"],
    ["a number without end", "tiers.goldMonths", "9".repeat(300), "number"],
  ])("%s is refused at its field", (_case, path, typed, wrong) => {
    expect(read({ [path]: [typed] })).toMatchObject({ ok: false, errors: { [path]: { wrong } } });
  });

  test("everything that is wrong is told at once", () => {
    const answer = read({ "lapse.months": ["x"], "tiers.graceDays": ["-5"] });
    expect(!answer.ok && Object.keys(answer.errors)).toEqual(["tiers.graceDays", "lapse.months"]);
  });

  test("gold that earns less than silver is a slip", () => {
    expect(read({ "earning.tierPercent.gold": ["99"] })).toMatchObject({
      errors: { "earning.tierPercent.gold": { wrong: "gold-below-silver" } },
    });
    expect(read({ "earning.tierPercent.gold": ["100"] }).ok).toBe(true);
  });
});

describe("kinds and reminders", () => {
  test("no earning kind at all is refused", () => {
    expect(read({ "earning.earningKinds": [] })).toMatchObject({
      errors: { "earning.earningKinds": { wrong: "kinds" } },
    });
  });

  test.each([
    ["60, 30, 7", [60, 30, 7]],
    ["7 30 60 30", [60, 30, 7]],
    ["", []],
    ["0", null],
    ["366", null],
    ["seven", null],
    ["1,2,3,4,5,6,7,8,9,10,11", null],
  ])("reminders written as %j", (typed, days) => {
    const answer = read({ "lapse.remindDaysBefore": [typed] });
    expect(answer.ok ? answer.rules.lapse.remindDaysBefore : null).toEqual(days);
  });
});

describe("card programmes", () => {
  const added = (name: string, percent: string, kinds: string[]): Typed => ({
    "newProgramme.name": [name],
    "newProgramme.percent": [percent],
    "newProgramme.kinds": kinds,
  });

  test("one can be added", () => {
    const answer = read(added("fleet", "20", ["maintenance", "repair"]));
    expect(answer.ok && answer.rules.earning.programmes).toEqual({
      ...base.earning.programmes,
      fleet: { bonusPercent: 20, bonusKinds: ["maintenance", "repair"] },
    });
  });

  test("what it is called is kept in either language, and taken away by leaving it empty", () => {
    const named = { "newProgramme.titleEn": [" Fleet \n cars"], "newProgramme.titleZh": [""] };
    const answer = read({ ...added("fleet", "0", []), ...named });
    if (!answer.ok) throw new Error("It was refused.");
    const { fleet } = answer.rules.earning.programmes;
    expect(fleet?.title).toEqual({ en: "Fleet cars", zh: "" });
    const again = rulesToTyped(answer.rules, 2);
    expect(readRulesForm(again, answer.rules, 2)).toEqual(answer);
    const bare = readRulesForm({ ...again, "programme.fleet.titleEn": [""] }, answer.rules, 2);
    expect(bare.ok && bare.rules.earning.programmes.fleet).not.toHaveProperty("title");
    expect(bare.ok && ruleChanges(answer.rules, bare.rules)).toMatchObject([
      { what: "programme", name: "fleet" },
    ]);
  });

  test.each([
    [
      "a name of a novel",
      { ...added("fleet", "0", []), "newProgramme.titleZh": ["长".repeat(41)] },
      "newProgramme.titleZh",
      "programme-title",
    ],
    ["a name like code", added("Fleet!", "0", []), "newProgramme.name", "programme-name"],
    ["a name that is taken", added("home", "0", []), "newProgramme.name", "programme-known"],
    ["a bonus for nothing", added("fleet", "20", []), "newProgramme.kinds", "bonus-kinds"],
    [
      "kinds without a bonus",
      added("fleet", "", ["repair"]),
      "newProgramme.percent",
      "bonus-percent",
    ],
    ["a negative bonus", added("fleet", "-5", ["repair"]), "newProgramme.percent", "range"],
    [
      "the last one removed",
      { "programme.home.removed": ["on"], "programme.region.removed": ["on"] },
      "programme.region.removed",
      "programme-last",
    ],
  ])("%s is refused", (_case, typed, field, wrong) => {
    expect(read(typed)).toMatchObject({ ok: false, errors: { [field]: { wrong } } });
  });

  test("one can be removed, and another put in its place", () => {
    const answer = read({ "programme.region.removed": ["on"], ...added("far", "50", ["repair"]) });
    expect(answer.ok && Object.keys(answer.rules.earning.programmes)).toEqual(["home", "far"]);
  });
});

test("a form sent by hand with a thousand values of one name is cut, and files are not values", () => {
  const form = new FormData();
  for (let n = 0; n < 1000; n++) form.append("earning.earningKinds", "x".repeat(1000));
  form.append("note", new File(["x"], "x.txt"));
  const typed = typedOf(form);
  expect(typed["earning.earningKinds"]?.length).toBeLessThan(20);
  expect(typed.note).toBeUndefined();
});

describe("the difference between two versions", () => {
  test("of the same rules is none", () => {
    expect(ruleChanges(base, structuredClone(base))).toEqual([]);
  });

  test("names each number, list and programme that changed", () => {
    const answer = read({
      "earning.tierPercent.gold": ["300"],
      "earning.earningKinds": ["maintenance"],
      "lapse.remindDaysBefore": ["30"],
      "programme.home.removed": ["on"],
      "programme.region.percent": ["60"],
      "newProgramme.name": ["fleet"],
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
    const region = { bonusPercent: 50, bonusKinds: ["maintenance"] };
    expect(ruleChanges(base, answer.rules)).toEqual([
      {
        what: "number",
        path: "earning.tierPercent.gold",
        unit: "percent",
        before: 200,
        after: 300,
      },
      {
        what: "earning-kinds",
        before: ["maintenance", "repair", "accessories"],
        after: ["maintenance"],
      },
      { what: "reminders", before: [60, 30, 7], after: [30] },
      {
        what: "programme",
        name: "home",
        before: { bonusPercent: 0, bonusKinds: [] },
        after: null,
      },
      { what: "programme", name: "region", before: region, after: { ...region, bonusPercent: 60 } },
      {
        what: "programme",
        name: "fleet",
        before: null,
        after: { bonusPercent: 0, bonusKinds: [] },
      },
    ]);
  });
});
