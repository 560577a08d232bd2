import { Form, useNavigation } from "@remix-run/react";
import type { EmergencyContact } from "#app/modules/account/emergency-contact.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

interface ContactFieldsProps {
  contact: EmergencyContact | null;
  /** What the form held when it was refused. */
  typed: Record<string, unknown> | null | undefined;
  errors: Record<string, string[] | undefined>;
}

/** Whom to call for the children: what is remembered, to be changed or forgotten. */
export function ContactFields({ contact, typed, errors }: ContactFieldsProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-5">
      <Input
        id="contactName"
        name="contactName"
        label={t("account.contact.name")}
        autoComplete="off"
        maxLength={80}
        defaultValue={String(typed?.contactName ?? contact?.name ?? "")}
        errors={errors.contactName}
      />
      <Input
        id="contactPhone"
        name="contactPhone"
        type="tel"
        label={t("account.contact.phone")}
        autoComplete="off"
        maxLength={30}
        defaultValue={String(typed?.contactPhone ?? contact?.phone ?? "")}
        errors={errors.contactPhone}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="contact" value="save" pending={pending}>
          {t("account.contact.save")}
        </Button>
        {contact && (
          <Button look="quiet" name="contact" value="forget" formNoValidate>
            {t("account.contact.forget")}
          </Button>
        )}
      </div>
    </Form>
  );
}
