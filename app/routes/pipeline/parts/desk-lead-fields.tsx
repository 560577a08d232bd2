import { Form, useNavigation } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";

interface DeskLeadFieldsProps {
  stores: StoreChoice[];
  /** Of whoever types it, which the friend's most likely is. */
  locale: Locale;
  requestKey: string;
  reply: FormReply | undefined;
}

/** Who recommends, whom, and that the friend agreed. */
export function DeskLeadFields({ stores, locale, requestKey, reply }: DeskLeadFieldsProps) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const typed = reply?.initialValue ?? { locale };
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: String(typed[name] ?? ""),
    errors: errors[name],
  });
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="requestKey" value={requestKey} />
      <Input
        {...field("referrer")}
        required
        maxLength={100}
        autoComplete="off"
        label={t("pipeline.desk.referrer")}
        hint={t("pipeline.desk.referrer.hint")}
      />
      <Input
        {...field("name")}
        required
        maxLength={100}
        autoComplete="off"
        label={t("pipeline.desk.name")}
      />
      <Input
        {...field("phone")}
        type="tel"
        required
        maxLength={40}
        autoComplete="off"
        label={t("pipeline.fact.phone")}
        hint={t("pipeline.desk.phone.hint")}
      />
      <Input
        {...field("model")}
        maxLength={80}
        label={t("pipeline.col.model")}
        optional={t("pipeline.optional")}
      />
      <Select
        {...field("storeId")}
        label={t("pipeline.col.store")}
        options={[
          { value: "", label: t("pipeline.store.none") },
          ...storeOptions(t.locale, stores),
        ]}
      />
      <Select
        {...field("locale")}
        label={t("pipeline.desk.language")}
        options={[
          { value: "zh-CN", label: "中文" },
          { value: "en", label: "English" },
        ]}
      />
      <Textarea
        {...field("note")}
        rows={2}
        maxLength={1000}
        label={t("pipeline.desk.note")}
        optional={t("pipeline.optional")}
      />
      <Checkbox
        id="consent"
        name="consent"
        label={t("pipeline.desk.consent")}
        hint={t("pipeline.desk.consent.hint")}
        errors={errors.consent}
      />
      <div>
        <Button pending={pending}>{t("pipeline.desk.send")}</Button>
      </div>
    </Form>
  );
}
