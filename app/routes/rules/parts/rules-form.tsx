import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { RulesBase } from "#app/modules/rules/load-rules-page.server.ts";
import { RULE_SECTIONS, RULE_SWITCHES } from "#app/modules/rules/rule-fields.ts";
import type { RuleErrors, Typed } from "#app/modules/rules/rules-form.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { ProgrammeFields } from "./programme-fields.tsx";
import { KindsField, NumberField, useRuleErrors } from "./rule-field.tsx";

interface RulesFormProps {
  base: Omit<RulesBase, "startsAt"> & { startsAt: string | Date | null };
  typed: Typed;
  ruleErrors: RuleErrors;
  termErrors: Record<string, string[]>;
  /** Names the draft whose preview is shown; null where none is. */
  digest: string | null;
  /** That preview: it stands beside the buttons that asked for it and save it. */
  preview: ReactNode;
}

/** Every number of the club's rules, from when they hold, and why; then what they would do. */
export function RulesForm(props: RulesFormProps) {
  const { base, typed, ruleErrors, termErrors, digest, preview } = props;
  const t = useT();
  const figures = useFigures();
  const sending = useNavigation().formData?.get("intent");
  const errorsOf = useRuleErrors(ruleErrors);
  const errors = formErrors({ error: termErrors }, t);
  return (
    // The address names the preview, so that the page comes back with it in sight, with and without a script.
    <Form method="post" action="/admin/rules/new#preview" key={digest ?? "draft"} noValidate>
      <input type="hidden" name="seen" value={typed.seen?.[0] ?? base.seen} />
      {digest && <input type="hidden" name="previewed" value={digest} />}
      {base.startsAt && (
        <div className="mb-6">
          <Notice announce={false}>
            {t("rules.basedOn", { version: base.version, day: figures.day(base.startsAt) })}
          </Notice>
        </div>
      )}
      {RULE_SECTIONS.map(({ section, fields }) => (
        <Section key={section} id={section} title={t(`rules.section.${section}`)}>
          <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {fields.map(({ path, unit }) => (
              <NumberField
                key={path}
                name={path}
                unit={unit}
                label={t(`rules.field.${path}`)}
                typed={typed[path]?.[0]}
                errors={errorsOf(path)}
              />
            ))}
            {section === "lapse" && (
              <Input
                id="lapse.remindDaysBefore"
                name="lapse.remindDaysBefore"
                defaultValue={typed["lapse.remindDaysBefore"]?.[0]}
                label={t("rules.field.lapse.remindDaysBefore")}
                hint={t("rules.remind.hint")}
                errors={errorsOf("lapse.remindDaysBefore")}
              />
            )}
          </div>
          {RULE_SWITCHES.filter((each) => each.section === section).map(({ path }) => (
            <div key={path} className="mt-5">
              <Choices
                name={path}
                legend={t(`rules.field.${path}`)}
                defaultValue={typed[path]?.[0]}
                options={[
                  { value: "yes", label: t("rules.yes") },
                  { value: "no", label: t("rules.no") },
                ]}
                errors={errorsOf(path)}
              />
            </div>
          ))}
          {section === "earning" && (
            <>
              <div className="mt-5">
                <KindsField
                  name="earning.earningKinds"
                  legend={t("rules.field.earning.earningKinds")}
                  typed={typed["earning.earningKinds"]}
                  errors={errorsOf("earning.earningKinds")}
                />
              </div>
              <ProgrammeFields
                names={Object.keys(base.rules.earning.programmes)}
                typed={typed}
                errorsOf={errorsOf}
              />
            </>
          )}
        </Section>
      ))}
      <Section id="terms" title={t("rules.terms")}>
        <div className="grid max-w-3xl items-start gap-x-6 gap-y-4 sm:grid-cols-[14rem_1fr]">
          <Input
            id="startsOn"
            name="startsOn"
            type="date"
            min={base.earliest}
            defaultValue={typed.startsOn?.[0]}
            label={t("rules.startsOn")}
            hint={t("rules.startsOn.hint")}
            errors={errors.startsOn}
          />
          <Textarea
            id="note"
            name="note"
            rows={2}
            maxLength={REASON_AT_MOST}
            defaultValue={typed.note?.[0]}
            label={t("rules.note")}
            hint={t("rules.note.hint")}
            errors={errors.note}
          />
        </div>
      </Section>
      {preview}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button
          name="intent"
          value="preview"
          look={digest ? "quiet" : "primary"}
          pending={sending === "preview"}
          pendingLabel={t("rules.previewing")}
        >
          {t(digest ? "rules.previewAgain" : "rules.preview")}
        </Button>
        {digest && (
          <Button name="intent" value="save" pending={sending === "save"}>
            {t("rules.save")}
          </Button>
        )}
      </div>
    </Form>
  );
}
