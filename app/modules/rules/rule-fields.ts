import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";

/** What a number of the rules counts. */
export type Unit =
  | "money"
  | "points"
  | "status-points"
  | "percent"
  | "months"
  | "days"
  | "working-days"
  | "times-a-month"
  | "minutes"
  | "services"
  | "hours"
  | "leads";

/** A number of the rules: where it stands, what it counts, and what still makes sense. */
export type RuleField = { path: string; unit: Unit; least: number; most: number };

const field = <Path extends string>(path: Path, unit: Unit, least: number, most: number) => ({
  path,
  unit,
  least,
  most,
});

/**
 * Every number of the rules in the order of the form. The bounds are narrower than what the rules could
 * hold: they keep a slip of the keyboard from becoming a rule. Money is in minor units.
 */
export const RULE_SECTIONS = [
  {
    section: "earning",
    fields: [
      field("earning.minorPerPoint", "money", 1, 10_000_000),
      field("earning.tierPercent.silver", "percent", 0, 1_000),
      field("earning.tierPercent.gold", "percent", 0, 1_000),
    ],
  },
  {
    section: "tiers",
    fields: [
      field("tiers.goldStatusPoints", "status-points", 1, 1_000_000),
      field("tiers.windowMonths", "months", 1, 36),
      field("tiers.goldMonths", "months", 1, 36),
      field("tiers.graceDays", "days", 0, 365),
      field("tiers.goldDuesMinor", "money", 0, 10_000_000),
      field("tiers.usualServiceMinor", "money", 1, 100_000_000),
    ],
  },
  {
    section: "lapse",
    fields: [field("lapse.months", "months", 1, 120), field("lapse.graceLotDays", "days", 1, 365)],
  },
  {
    section: "other",
    fields: [
      field("otherEarning.joining", "points", 0, 10_000),
      field("otherEarning.birthday.silver", "points", 0, 10_000),
      field("otherEarning.birthday.gold", "points", 0, 10_000),
      field("otherEarning.odometerUpdate", "points", 0, 1_000),
      field("otherEarning.odometerUpdatesPerMonth", "times-a-month", 0, 31),
      field("otherEarning.survey", "points", 0, 10_000),
      field("surveys.openDays", "days", 7, 90),
    ],
  },
  {
    section: "referrals",
    fields: [
      field("otherEarning.leadAccepted", "points", 0, 100_000),
      field("otherEarning.leadTestDrive", "points", 0, 100_000),
      field("otherEarning.leadDelivered", "points", 0, 100_000),
      field("otherEarning.leadDeliveredPendingDays", "days", 0, 365),
      field("referrals.friendWelcome", "points", 0, 100_000),
      field("referrals.acceptedPerMonth", "times-a-month", 0, 1_000),
      field("referrals.holdDays", "days", 1, 730),
      field("referrals.remindHoldDaysBefore", "days", 1, 90),
      field("referrals.firstContactHours", "hours", 1, 240),
      field("referrals.vipLeads", "leads", 1, 100),
      field("referrals.vipMonths", "months", 1, 60),
      field("referrals.evidenceDays", "days", 1, 365),
    ],
  },
  {
    section: "gifts",
    fields: [
      field("gifts.collectWithinDays", "days", 1, 365),
      field("gifts.remindDaysBefore", "days", 1, 60),
      field("gifts.payWithinDays", "days", 1, 90),
      field("gifts.undoUseMinutes", "minutes", 0, 240),
      field("gifts.almostServices", "services", 1, 20),
    ],
  },
  {
    section: "finance",
    fields: [field("finance.minorPer100Points", "money", 0, 10_000_000)],
  },
  {
    section: "byHand",
    fields: [
      field("adjustments.approvalAbove", "points", 0, 100_000),
      field("claims.answerWithinWorkingDays", "working-days", 1, 60),
      field("claims.withinMonths", "months", 1, 60),
      field("joining.earnsOrdersOfDays", "days", 0, 365),
    ],
  },
] as const;

export type RulePath = (typeof RULE_SECTIONS)[number]["fields"][number]["path"];

/** What of the rules is either so or not, with the section of the form that it stands in. */
export const RULE_SWITCHES = [
  { path: "gifts.lapsedPointsReturn", section: "gifts" },
  { path: "referrals.friendConfirms", section: "referrals" },
] as const satisfies { path: string; section: (typeof RULE_SECTIONS)[number]["section"] }[];

export type SwitchPath = (typeof RULE_SWITCHES)[number]["path"];

/** Most of a programme's bonus, in per cent. */
export const PROGRAMME_BONUS = { least: 0, most: 500 } as const;
/** Days before points lapse on which an owner may be reminded. */
export const REMINDER = { least: 1, most: 365, count: 10 } as const;

export const RULE_FIELDS: readonly (RuleField & { path: RulePath })[] = RULE_SECTIONS.flatMap(
  ({ fields }): (RuleField & { path: RulePath })[] => [...fields],
);

/** The number at a path of the rules. */
export function ruleAt(rules: ClubRules, path: RulePath): number {
  return valueAt(rules, path) as number;
}

/** Whether what stands at a path of the rules is so. */
export function switchAt(rules: ClubRules, path: SwitchPath): boolean {
  return valueAt(rules, path) as boolean;
}

const valueAt = (rules: ClubRules, path: string) =>
  path.split(".").reduce<unknown>((at, part) => (at as Branch)[part], rules);

type Branch = { [part: string]: unknown };

/** Rules with something else at some paths; the ones given stay as they are. */
export function withRules(
  rules: ClubRules,
  values: ReadonlyMap<RulePath | SwitchPath, number | boolean>,
): ClubRules {
  const changed = structuredClone(rules);
  for (const [path, value] of values) {
    const parts = path.split(".");
    const last = parts.pop() as string;
    const branch = parts.reduce<Branch>((at, part) => at[part] as Branch, changed);
    branch[last] = value;
  }
  return changed;
}
