import { Form, useNavigation } from "@remix-run/react";
import type { ClubSettingsPage } from "#app/modules/club/load-club-settings.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Boxes, clockText, WeekdayBoxes } from "./working-time-fields.tsx";

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
      <WeekdayBoxes
        legend={t("club.workingDays")}
        ticked={ticked("workingDays", settings.workingDays)}
        errors={errors.workingDays}
      />
      <div className="flex flex-wrap gap-4">
        {(["opensAt", "closesAt"] as const).map((field) => (
          <Input
            key={field}
            id={field}
            name={field}
            inputMode="numeric"
            label={t(`club.${field}`)}
            hint={field === "opensAt" ? undefined : t("club.hours.hint")}
            defaultValue={typed(field, clockText(settings[field]))}
            errors={errors[field]}
            className="min-w-40 flex-1"
          />
        ))}
      </div>
      <Textarea
        id="closedDays"
        name="closedDays"
        label={t("club.closedDays")}
        hint={t("club.closedDays.hint")}
        defaultValue={typed("closedDays", settings.closedDays.join("\n"))}
        errors={errors.closedDays}
      />
      <Textarea
        id="openDays"
        name="openDays"
        rows={2}
        label={t("club.openDays")}
        hint={t("club.openDays.hint")}
        defaultValue={typed("openDays", settings.openDays.join("\n"))}
        errors={errors.openDays}
      />
      {line("contactEmail", t("club.contactEmail"))}
      {line("contactPhone", t("club.contactPhone"))}
      <div>
        <Button pending={pending}>{t("club.save")}</Button>
      </div>
    </Form>
  );
}
