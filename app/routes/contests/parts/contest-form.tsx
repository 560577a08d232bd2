import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { CRITERIA, contestKinds, openTos } from "#app/modules/contests/terms.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, Choices } from "#app/ui/choice.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface ContestFormProps {
  requestKey: string;
  revision: number;
  /** As it is now, by the form's fields. */
  typed: Record<string, string | string[]>;
  brackets: readonly EventBracket[];
  /** The answer to the form that was just sent. */
  reply?: FormReply;
}

/** A contest: what it is, who takes part, and how it is decided. What does not fit its kind is left empty. */
export function ContestForm({ requestKey, revision, typed, brackets, reply }: ContestFormProps) {
  const { t, locale } = useWords();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const now: Record<string, unknown> = reply?.initialValue ?? typed;
  const of = (name: string, first = "") => {
    const value = now[name];
    return { id: name, name, errors: errors[name], defaultValue: value ? String(value) : first };
  };
  const chosen = [now.brackets ?? []].flat();
  return (
    <Form method="post" className="max-w-3xl">
      <input type="hidden" name="requestKey" value={String(now.requestKey ?? requestKey)} />
      <input type="hidden" name="revision" value={revision} />
      <Section id="what" title={t("contestKeeping.form.what")}>
        <Two>
          {(["En", "Zh"] as const).map((language) => (
            <Input
              key={language}
              {...of(`title${language}`)}
              maxLength={120}
              required
              label={t(`contestKeeping.form.title${language}`)}
            />
          ))}
          {(["En", "Zh"] as const).map((language) => (
            <Textarea
              key={language}
              {...of(`about${language}`)}
              maxLength={2000}
              label={t(`contestKeeping.form.about${language}`)}
            />
          ))}
        </Two>
      </Section>
      <Section id="who" title={t("contestKeeping.form.who")}>
        <Choices
          {...of("openTo", "children")}
          legend={t("contestKeeping.form.openTo")}
          options={openTos.map((value) => ({
            value,
            label: t(`contestKeeping.form.openTo.${value}`),
          }))}
        />
        {brackets.length > 0 && (
          <fieldset className="mt-4">
            <legend className="font-semibold">{t("contestKeeping.form.brackets")}</legend>
            <p className="text-[0.9375rem] text-ink-soft">
              {t("contestKeeping.form.bracketsHint")}
            </p>
            {brackets.map(({ key, name }) => (
              <Checkbox
                key={key}
                id={`bracket-${key}`}
                name="brackets"
                value={key}
                defaultChecked={chosen.includes(key)}
                label={inLanguage(locale, name)}
              />
            ))}
          </fieldset>
        )}
      </Section>
      <Section id="how" title={t("contestKeeping.form.how")}>
        <Choices
          {...of("kind", "pictures")}
          legend={t("contestKeeping.form.kind")}
          options={contestKinds.map((value) => ({
            value,
            label: t(`contestKeeping.kind.${value}`),
            hint: t(`contestKeeping.form.kind.${value}.means`),
          }))}
        />
      </Section>
      <Section id="pictures" title={t("contestKeeping.kind.pictures")}>
        <p className="max-w-prose text-ink-soft">{t("contestKeeping.form.criteriaHint")}</p>
        {CRITERIA.map((place) => (
          <div key={place} className="mt-3 grid gap-4 sm:grid-cols-[1fr_1fr_7rem]">
            <Input
              {...of(`criterionEn${place}`)}
              maxLength={80}
              label={t("contestKeeping.form.criterionEn", { place })}
            />
            <Input
              {...of(`criterionZh${place}`)}
              maxLength={80}
              label={t("contestKeeping.form.criterionZh", { place })}
            />
            <Input
              {...of(`weight${place}`)}
              inputMode="numeric"
              maxLength={3}
              label={t("contestKeeping.form.weight", { place })}
            />
          </div>
        ))}
        <div className="mt-5 max-w-sm">
          <Input
            {...of("entriesUntil")}
            type="datetime-local"
            label={t("contestKeeping.form.entriesUntil")}
            hint={t("contestKeeping.form.entriesUntilHint")}
          />
        </div>
      </Section>
      <Section id="measured" title={t("contestKeeping.kind.measured")}>
        <Two>
          <Choices
            {...of("measure", "time")}
            legend={t("contestKeeping.form.measure")}
            options={(["time", "points"] as const).map((value) => ({
              value,
              label: t(`contestKeeping.form.measure.${value}`),
            }))}
          />
          <Choices
            {...of("better", "less")}
            legend={t("contestKeeping.form.better")}
            options={(["less", "more"] as const).map((value) => ({
              value,
              label: t(`contestKeeping.form.better.${value}`),
            }))}
          />
          <Input
            {...of("attempts", "3")}
            inputMode="numeric"
            maxLength={2}
            label={t("contestKeeping.form.attempts")}
          />
        </Two>
      </Section>
      <Section id="chosen" title={t("contestKeeping.kind.chosen")}>
        <Choices
          {...of("by", "vote")}
          legend={t("contestKeeping.form.by")}
          options={(["vote", "choice"] as const).map((value) => ({
            value,
            label: t(`contestKeeping.form.by.${value}`),
          }))}
        />
      </Section>
      <div className="mt-8">
        <Button pending={pending}>{t("contestKeeping.form.save")}</Button>
      </div>
    </Form>
  );
}

const Two = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-5 sm:grid-cols-2">{children}</div>
);
