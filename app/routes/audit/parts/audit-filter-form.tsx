import { Form } from "@remix-run/react";
import { AUDIT_GROUP_NAMES } from "#app/modules/audit/audit-actions.ts";
import type { AuditFilter } from "#app/modules/audit/audit-filter.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface AuditFilterFormProps {
  filter: AuditFilter;
  people: { id: number; name: string }[];
}

/** Narrows the log: by whom, about what, of whom, in which days. A form that only asks, so Back undoes it. */
export function AuditFilterForm({ filter, people }: AuditFilterFormProps) {
  const t = useT();
  const narrowed = Object.values(filter).some((value) => value !== null);
  return (
    <Form
      method="get"
      action="/admin/audit"
      key={JSON.stringify(filter)}
      className="mb-7 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_9rem_10rem_10rem_auto]"
    >
      <Select
        id="person"
        name="person"
        label={t("audit.who")}
        defaultValue={filter.person ?? ""}
        options={[
          { value: "", label: t("audit.anybody") },
          ...people.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <Select
        id="group"
        name="group"
        label={t("audit.about")}
        defaultValue={filter.group ?? ""}
        options={[
          { value: "", label: t("audit.anything") },
          ...AUDIT_GROUP_NAMES.map((group) => ({ value: group, label: t(`audit.group.${group}`) })),
        ]}
      />
      <Input
        id="member"
        name="member"
        label={t("audit.member")}
        placeholder="M00010009"
        autoComplete="off"
        maxLength={12}
        defaultValue={filter.member ?? ""}
      />
      <Input
        id="from"
        name="from"
        type="date"
        label={t("audit.from")}
        defaultValue={filter.from ?? ""}
      />
      <Input
        id="through"
        name="through"
        type="date"
        label={t("audit.through")}
        defaultValue={filter.through ?? ""}
      />
      <div className="flex gap-2">
        <Button>{t("audit.show")}</Button>
        {narrowed && (
          <ButtonLink to="/admin/audit" look="quiet">
            {t("audit.all")}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
