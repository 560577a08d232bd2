import { Form, Link } from "@remix-run/react";
import { LETTER_STATES } from "#app/modules/letters/letter-states.ts";
import { LETTER_TEMPLATES } from "#app/modules/letters/letter-templates.ts";
import type { MailFilter } from "#app/modules/letters/list-mails.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { templateWords } from "./template-words.ts";

/** Which letters to list. */
export function MailFilterBox({ filter }: { filter: MailFilter }) {
  const t = useT();
  const all = { value: "", label: t("staff.all") };
  return (
    <Form
      method="get"
      action="/admin/mails"
      key={JSON.stringify(filter)}
      className="mb-6 flex flex-wrap items-end gap-4"
    >
      <Select
        id="state"
        name="state"
        label={t("staff.mails.state")}
        defaultValue={filter.state ?? ""}
        options={[
          all,
          ...LETTER_STATES.map((state) => ({
            value: state,
            label: t(`staff.mails.state.${state}`),
          })),
        ]}
      />
      <Select
        id="template"
        name="template"
        label={t("staff.mails.template")}
        defaultValue={filter.template ?? ""}
        options={[
          all,
          ...LETTER_TEMPLATES.map((name) => ({ value: name, label: templateWords(t, name) })),
        ]}
      />
      <Input
        id="recipient"
        name="recipient"
        type="email"
        label={t("staff.mails.recipient")}
        defaultValue={filter.recipient ?? ""}
        className="min-w-64"
      />
      <Button look="quiet">{t("staff.mails.filter")}</Button>
      {Object.values(filter).some((value) => value !== null) && (
        <Link to="/admin/mails" className="inline-flex min-h-11 items-center">
          {t("staff.mails.all")}
        </Link>
      )}
    </Form>
  );
}
