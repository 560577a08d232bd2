import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { PRIZES } from "#app/modules/draws/draft.ts";
import { valueKinds } from "#app/modules/draws/value-kinds.ts";
import type { PrizeGift } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, Choices } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { PrizeGiftField } from "./prize-gift.tsx";

interface DrawFormProps {
  requestKey: string;
  /** As it is now, by the form's fields. */
  typed: Record<string, string>;
  /** That can be prizes. */
  gifts: readonly PrizeGift[];
  events: readonly { id: number; title: { en: string; zh: string }; startsAt: Date }[];
  /** The answer to the form that was just sent. */
  reply?: FormReply;
}

/** A draw: what it is, who takes part, how it is drawn, and what can be won. */
export function DrawForm({ requestKey, typed, gifts, events, reply }: DrawFormProps) {
  const { t, locale } = useWords();
  const { day } = useFigures();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const now: Record<string, unknown> = reply?.initialValue ?? typed;
  const of = (name: string) => {
    const value = now[name];
    return { id: name, name, errors: errors[name], defaultValue: value ? String(value) : "" };
  };
  const tick = (name: string) => ({ id: name, name, defaultChecked: now[name] === "on" });
  const choice = (name: string, first: string) => {
    const { defaultValue, ...rest } = of(name);
    return { ...rest, defaultValue: defaultValue || first };
  };
  return (
    <Form method="post" className="max-w-3xl">
      <input type="hidden" name="requestKey" value={String(now.requestKey ?? requestKey)} />
      <Section id="what" title={t("drawKeeping.form.what")}>
        <Two>
          <Input
            {...of("titleEn")}
            maxLength={120}
            required
            label={t("drawKeeping.form.titleEn")}
          />
          <Input
            {...of("titleZh")}
            maxLength={120}
            required
            label={t("drawKeeping.form.titleZh")}
          />
          <Textarea {...of("aboutEn")} maxLength={2000} label={t("drawKeeping.form.aboutEn")} />
          <Textarea {...of("aboutZh")} maxLength={2000} label={t("drawKeeping.form.aboutZh")} />
          <Input
            {...of("drawAt")}
            type="datetime-local"
            required
            label={t("drawKeeping.form.drawAt")}
            hint={t("drawKeeping.form.drawAtHint")}
          />
          <Input
            {...of("claimBy")}
            type="date"
            required
            label={t("drawKeeping.form.claimBy")}
            hint={t("drawKeeping.form.claimByHint")}
          />
        </Two>
        <Checkbox
          {...tick("mustBePresent")}
          label={t("drawKeeping.form.mustBePresent")}
          hint={t("drawKeeping.form.mustBePresentHint")}
        />
      </Section>
      <Section id="who" title={t("drawKeeping.form.who")}>
        <Choices
          {...choice("of", "visits")}
          legend={t("drawKeeping.form.of")}
          options={(["visits", "checked-in", "registered"] as const).map((value) => ({
            value,
            label: t(`drawKeeping.form.of.${value}`),
          }))}
        />
        <Two>
          <Input {...of("from")} type="date" label={t("drawKeeping.form.from")} />
          <Input {...of("through")} type="date" label={t("drawKeeping.form.through")} />
        </Two>
        <Checkbox {...tick("perVisit")} label={t("drawKeeping.form.perVisit")} />
        <Select
          {...of("event")}
          label={t("drawKeeping.form.event")}
          hint={t("drawKeeping.form.eventHint")}
          options={[
            { value: "", label: "—" },
            ...events.map(({ id, title, startsAt }) => ({
              value: String(id),
              label: `${inLanguage(locale, title)} · ${day(startsAt)}`,
            })),
          ]}
        />
        <Checkbox
          {...tick("onePerHousehold")}
          label={t("drawKeeping.form.onePerHousehold")}
          hint={t("drawKeeping.form.householdHint")}
        />
      </Section>
      <Section id="how" title={t("drawKeeping.form.how")}>
        <Choices
          {...choice("method", "computed")}
          legend={t("drawKeeping.form.method")}
          options={(["computed", "by-hand"] as const).map((value) => ({
            value,
            label: t(`drawKeeping.form.method.${value}`),
            hint: t(`drawKeeping.form.method.${value}.means`),
          }))}
        />
        <Two>
          <Select
            {...choice("valueKind", "sse-composite")}
            label={t("drawKeeping.form.valueKind")}
            hint={t("drawKeeping.form.valueKindHint")}
            options={valueKinds.map((value) => ({
              value,
              label: t(`drawKeeping.form.valueKind.${value}`),
            }))}
          />
          <Input
            {...of("valueReference")}
            maxLength={20}
            label={t("drawKeeping.form.valueReference")}
            hint={t("drawKeeping.form.valueReferenceHint")}
          />
        </Two>
        <p className="mt-6 mb-3 font-semibold">{t("drawKeeping.form.pickedBy")}</p>
        <Two>
          <Input {...of("pickedByEn")} maxLength={120} label={t("drawKeeping.form.pickedByEn")} />
          <Input {...of("pickedByZh")} maxLength={120} label={t("drawKeeping.form.pickedByZh")} />
        </Two>
      </Section>
      <Section id="prizes" title={t("drawKeeping.form.prizes")}>
        <p className="mb-3 max-w-prose text-ink-soft">{t("drawKeeping.form.prizesHint")}</p>
        {errors.prizes && (
          <div className="mb-4">
            <Notice tone="refusal">{errors.prizes}</Notice>
          </div>
        )}
        <div className="grid gap-4">
          {PRIZES.map((place) => (
            <div key={place} className="grid gap-3 sm:grid-cols-[6rem_1fr_1fr]">
              <Input
                {...of(`prizeCount${place}`)}
                inputMode="numeric"
                maxLength={4}
                label={t("drawKeeping.form.prizeCount", { place })}
              />
              <Input
                {...of(`prizeEn${place}`)}
                maxLength={120}
                label={t("drawKeeping.form.prizeEn", { place })}
              />
              <Input
                {...of(`prizeZh${place}`)}
                maxLength={120}
                label={t("drawKeeping.form.prizeZh", { place })}
              />
              <div className="sm:col-span-2 sm:col-start-2">
                <PrizeGiftField {...{ place, gifts }} field={of(`prizeVariant${place}`)} />
              </div>
            </div>
          ))}
        </div>
      </Section>
      <div className="mt-8">
        <Button pending={pending}>{t("drawKeeping.form.save")}</Button>
      </div>
    </Form>
  );
}

const Two = ({ children }: { children: ReactNode }) => (
  <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>
);
