import { Form, useNavigation } from "@remix-run/react";
import { RELATIONS } from "#app/modules/account/family-rules.ts";
import { consentSentence } from "#app/modules/consents/consent-words.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, Choices } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";

interface FamilyFieldsProps {
  today: Day;
  /** What the form held when it was refused. */
  typed: Record<string, unknown> | null | undefined;
  errors: Record<string, string[] | undefined>;
}

/** Somebody to be added to the family; a child with the guardian's consent, in its whole words. */
export function FamilyFields({ today, typed, errors }: FamilyFieldsProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-5">
      <Input
        id="name"
        name="name"
        label={t("account.name")}
        autoComplete="off"
        maxLength={100}
        required
        defaultValue={String(typed?.name ?? "")}
        errors={errors.name}
      />
      <Input
        id="birthDate"
        name="birthDate"
        type="date"
        label={t("account.family.birthDate")}
        hint={t("account.family.birthDateWhy")}
        min="1900-01-01"
        max={today}
        required
        defaultValue={String(typed?.birthDate ?? "")}
        errors={errors.birthDate}
      />
      <Choices
        name="relation"
        legend={t("account.family.relation")}
        defaultValue={String(typed?.relation ?? "child")}
        options={RELATIONS.map((relation) => ({
          value: relation,
          label: t(`account.relation.${relation}`),
        }))}
        errors={errors.relation}
      />
      <Checkbox
        id="guardian"
        name="guardian"
        label={consentSentence(t, "guardian")}
        hint={t("account.family.guardianWhen")}
        defaultChecked={typed?.guardian === "on"}
        errors={errors.guardian}
      />
      <div>
        <Button pending={pending}>{t("account.family.save")}</Button>
      </div>
    </Form>
  );
}
