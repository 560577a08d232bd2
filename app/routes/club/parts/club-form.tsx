import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ClubSettingsPage } from "#app/modules/club/load-club-settings.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";

interface ClubFormProps {
  page: ClubSettingsPage & { zones: string[]; currencies: string[] };
  reply?: FormReply;
}

/** The club's settings, with what each of them means. */
export function ClubForm({ page, reply }: ClubFormProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(reply, t);
  const { settings, moneyOnFile } = page;
  const sent = reply?.initialValue;
  const typed = (field: string, saved: string | null) =>
    sent ? String(sent[field] ?? "") : (saved ?? "");
  const ticked = (field: string, saved: readonly (string | number)[]) =>
    sent ? [sent[field] ?? []].flat().map(String) : saved.map(String);
  const line = (field: "name" | "nameZh" | "contactEmail" | "contactPhone", label: string) => (
    <Input
      id={field}
      name={field}
      autoComplete="off"
      label={label}
      defaultValue={typed(field, settings[field])}
      errors={errors[field]}
    />
  );
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="seen" value={page.seen} />
      {line("name", t("club.name"))}
      {line("nameZh", t("club.nameZh"))}
      <Boxes
        name="languages"
        legend={t("club.languages")}
        options={[
          [
            "en",
            <span key="en" lang="en">
              English
            </span>,
          ],
          [
            "zh-CN",
            <span key="zh" lang="zh-CN">
              中文
            </span>,
          ],
        ]}
        ticked={ticked("languages", settings.languages)}
        errors={errors.languages}
      />
      {moneyOnFile ? (
        <div>
          <p className="font-semibold">{t("club.currency")}</p>
          <p className="text-ink-soft">
            {t("club.currency.stays", { currency: settings.currency })}
          </p>
          <input type="hidden" name="currency" value={settings.currency} />
        </div>
      ) : (
        <Select
          id="currency"
          name="currency"
          label={t("club.currency")}
          hint={t("club.currency.hint")}
          defaultValue={typed("currency", settings.currency)}
          options={page.currencies.map((code) => ({ value: code, label: code }))}
          errors={errors.currency}
        />
      )}
      <Select
        id="timeZone"
        name="timeZone"
        label={t("club.timeZone")}
        hint={t("club.timeZone.hint")}
        defaultValue={typed("timeZone", settings.timeZone)}
        options={[...new Set([settings.timeZone, ...page.zones])].map((zone) => ({
          value: zone,
          label: zone,
        }))}
        errors={errors.timeZone}
      />
      <Boxes
        name="workingDays"
        legend={t("club.workingDays")}
        options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => [
          String(day),
          t(`club.weekday.${day}`),
        ])}
        ticked={ticked("workingDays", settings.workingDays)}
        errors={errors.workingDays}
      />
      <Textarea
        id="closedDays"
        name="closedDays"
        label={t("club.closedDays")}
        hint={t("club.closedDays.hint")}
        defaultValue={typed("closedDays", settings.closedDays.join("\n"))}
        errors={errors.closedDays}
      />
      {line("contactEmail", t("club.contactEmail"))}
      {line("contactPhone", t("club.contactPhone"))}
      <div>
        <Button pending={pending}>{t("club.save")}</Button>
      </div>
    </Form>
  );
}

interface BoxesProps {
  name: string;
  legend: string;
  options: (readonly [value: string, label: ReactNode])[];
  ticked: readonly string[];
  errors?: string[];
}

function Boxes({ name, legend, options, ticked, errors }: BoxesProps) {
  return (
    <fieldset aria-describedby={errors?.length ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map(([value, label]) => (
          <label key={value} className="flex cursor-pointer items-center gap-2 py-1">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="check"
            />
            {label}
          </label>
        ))}
      </div>
      <FieldErrors id={name} errors={errors} />
    </fieldset>
  );
}
