import { useMemo } from "react";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { type ProgrammeTitles, programmeName } from "#app/modules/rulebook/programme-name.ts";
import type { WorkKind } from "#app/modules/rulebook/work-kind.ts";
import type { RuleChange } from "#app/modules/rules/rule-changes.ts";
import type { RulePath, Unit } from "#app/modules/rules/rule-fields.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { type Figures, useFigures } from "#app/site/use-figures.ts";

/** The numbers of the rules as the page's reader writes them. */
export type RuleFigures = {
  amount: (value: number, unit: Unit) => string;
  answer: (isSo: boolean) => string;
  kinds: (kinds: readonly WorkKind[]) => string;
  reminders: (days: readonly number[]) => string;
  /** A card programme by its name in words, where it has one. */
  programme: (name: string) => string;
  /** What a programme adds, after the name that these rules give it. */
  terms: (programme: ClubRules["earning"]["programmes"][string]) => string;
};

export function useRuleFigures(): RuleFigures {
  const t = useT();
  const figures = useFigures();
  const { programmes } = useClub();
  return useMemo(() => ruleFigures(t, figures, programmes), [t, figures, programmes]);
}

function ruleFigures(t: Translate, figures: Figures, titles: ProgrammeTitles): RuleFigures {
  const list = (parts: readonly string[]) => parts.join(t("rules.list"));
  const kinds = (of: readonly WorkKind[]) =>
    of.length === 0 ? t("rules.noKinds") : list(of.map((kind) => t(`work.${kind}`)));
  return {
    amount: (value, unit) =>
      unit === "money"
        ? figures.money(value)
        : t(`rules.amount.${unit}`, { amount: figures.points(value), value }),
    answer: (isSo) => t(isSo ? "rules.yes" : "rules.no"),
    kinds,
    reminders: (days) =>
      days.length === 0
        ? t("rules.noReminders")
        : t("rules.daysBefore", { days: list(days.map(figures.points)) }),
    programme: (name) => programmeName(name, t, titles),
    terms: ({ bonusPercent, bonusKinds, title }) => {
      const bonus =
        bonusPercent === 0
          ? t("rules.noBonus")
          : t("rules.bonus", { percent: bonusPercent, kinds: kinds(bonusKinds) });
      return title ? [title.en, title.zh, bonus].filter(Boolean).join(" · ") : bonus;
    },
  };
}

/** A change of the rules in three parts: what changes, from what, to what. */
export function changeWords(
  t: Translate,
  say: RuleFigures,
  change: RuleChange,
): { what: string; before: string; after: string } {
  switch (change.what) {
    case "number":
      return {
        what: t(`rules.field.${change.path satisfies RulePath}`),
        before: say.amount(change.before, change.unit),
        after: say.amount(change.after, change.unit),
      };
    case "switch":
      return {
        what: t(`rules.field.${change.path}`),
        before: say.answer(change.before),
        after: say.answer(change.after),
      };
    case "earning-kinds":
      return {
        what: t("rules.field.earning.earningKinds"),
        before: say.kinds(change.before),
        after: say.kinds(change.after),
      };
    case "reminders":
      return {
        what: t("rules.field.lapse.remindDaysBefore"),
        before: say.reminders(change.before),
        after: say.reminders(change.after),
      };
    case "programme":
      return {
        what: t("rules.programmeNamed", { programme: say.programme(change.name) }),
        before: change.before ? say.terms(change.before) : t("rules.notThere"),
        after: change.after ? say.terms(change.after) : t("rules.removed"),
      };
  }
}
