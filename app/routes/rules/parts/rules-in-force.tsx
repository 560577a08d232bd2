import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";
import { RULE_SECTIONS, RULE_SWITCHES, ruleAt, switchAt } from "#app/modules/rules/rule-fields.ts";
import { useT } from "#app/platform/words/words.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { useRuleFigures } from "./rule-figures.ts";

/** The rules of one version, whole. */
export function RulesInForce({ rules }: { rules: ClubRules }) {
  const t = useT();
  const say = useRuleFigures();
  return (
    <div className="gap-x-5 lg:columns-2">
      {RULE_SECTIONS.map(({ section, fields }) => (
        <Sheet key={section} className="mb-5 break-inside-avoid">
          <h2 className="mb-2">{t(`rules.section.${section}`)}</h2>
          <KeyValue
            facts={[
              ...fields.map(({ path, unit }) => ({
                label: t(`rules.field.${path}`),
                value: (
                  <span className="figure whitespace-nowrap">
                    {say.amount(ruleAt(rules, path), unit)}
                  </span>
                ),
              })),
              ...RULE_SWITCHES.filter((each) => each.section === section).map(({ path }) => ({
                label: t(`rules.field.${path}`),
                value: say.answer(switchAt(rules, path)),
              })),
              ...(section === "earning" ? earningFacts(t, say, rules) : []),
              ...(section === "lapse"
                ? [
                    {
                      label: t("rules.field.lapse.remindDaysBefore"),
                      value: say.reminders(rules.lapse.remindDaysBefore),
                    },
                  ]
                : []),
            ]}
          />
        </Sheet>
      ))}
    </div>
  );
}

function earningFacts(
  t: ReturnType<typeof useT>,
  say: ReturnType<typeof useRuleFigures>,
  { earning }: ClubRules,
) {
  return [
    { label: t("rules.field.earning.earningKinds"), value: say.kinds(earning.earningKinds) },
    ...Object.entries(earning.programmes).map(([name, programme]) => ({
      label: t("rules.programmeNamed", { programme: say.programme(name) }),
      value: say.terms(programme),
    })),
  ];
}
