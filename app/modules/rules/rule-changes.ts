import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import {
  RULE_FIELDS,
  RULE_SWITCHES,
  type RulePath,
  ruleAt,
  type SwitchPath,
  switchAt,
  type Unit,
} from "./rule-fields.ts";

type Programme = ClubRules["earning"]["programmes"][string];

/** A difference between two versions of the rules, as one would say it. */
export type RuleChange =
  | { what: "number"; path: RulePath; unit: Unit; before: number; after: number }
  | { what: "switch"; path: SwitchPath; before: boolean; after: boolean }
  | { what: "earning-kinds"; before: WorkKind[]; after: WorkKind[] }
  | { what: "reminders"; before: number[]; after: number[] }
  /** Null where there is no such programme before, or after. */
  | { what: "programme"; name: string; before: Programme | null; after: Programme | null };

/** What one version of the rules changes in another, in the order of the form; empty for the same rules. */
export function ruleChanges(before: ClubRules, after: ClubRules): RuleChange[] {
  const numbers = RULE_FIELDS.flatMap(({ path, unit }): RuleChange[] => {
    const [was, is] = [ruleAt(before, path), ruleAt(after, path)];
    return was === is ? [] : [{ what: "number", path, unit, before: was, after: is }];
  });
  const switches = RULE_SWITCHES.flatMap(({ path }): RuleChange[] => {
    const [was, is] = [switchAt(before, path), switchAt(after, path)];
    return was === is ? [] : [{ what: "switch", path, before: was, after: is }];
  });
  const kinds = [before.earning.earningKinds, after.earning.earningKinds] as const;
  const reminders = [before.lapse.remindDaysBefore, after.lapse.remindDaysBefore] as const;
  return [
    ...numbers,
    ...switches,
    ...(sameMembers(...kinds)
      ? []
      : [{ what: "earning-kinds" as const, before: kinds[0], after: kinds[1] }]),
    ...(sameMembers(...reminders)
      ? []
      : [{ what: "reminders" as const, before: reminders[0], after: reminders[1] }]),
    ...programmeChanges(before.earning.programmes, after.earning.programmes),
  ];
}

function programmeChanges(
  before: Record<string, Programme>,
  after: Record<string, Programme>,
): RuleChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): RuleChange[] => {
    const [was, is] = [before[name] ?? null, after[name] ?? null];
    const same =
      was !== null &&
      is !== null &&
      was.bonusPercent === is.bonusPercent &&
      was.title?.en === is.title?.en &&
      was.title?.zh === is.title?.zh &&
      sameMembers(was.bonusKinds, is.bonusKinds);
    return same ? [] : [{ what: "programme", name, before: was, after: is }];
  });
}

function sameMembers<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each));
}
