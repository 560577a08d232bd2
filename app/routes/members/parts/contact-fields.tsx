import { Form, useNavigation } from "@remix-run/react";
import type { Contact } from "#app/modules/members/correct-contact.server.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { monthNames } from "#app/site/month-names.ts";
import { type FormReply, typedIn } from "#app/site/typed-in.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface ContactFieldsProps {
  contact: Contact & { signsInAsStaff: boolean };
  reply: FormReply | undefined;
}

/** The form for a member's name, phone, birthday and e-mail. */
export function ContactFields({ contact, reply }: ContactFieldsProps) {
  const { t, locale } = useWords();
  const sending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const typed = reply
    ? typedIn(reply)
    : {
        name: contact.name,
        phone: contact.phone ? groupPhone(contact.phone) : "",
        email: contact.email ?? "",
        birthMonth: contact.birthMonth?.toString(),
        birthDay: contact.birthDay?.toString(),
      };
  return (
    <Form method="post" className="grid gap-5">
      <Input
        id="name"
        name="name"
        required
        maxLength={NAME_AT_MOST}
        autoComplete="off"
        label={t("desk.contact.name")}
        defaultValue={typed.name}
        errors={errors.name}
      />
      <Input
        id="phone"
        name="phone"
        type="tel"
        autoComplete="off"
        optional={t("desk.optional")}
        label={t("staff.member.phone")}
        defaultValue={typed.phone}
        errors={errors.phone}
      />
      <div className="grid grid-cols-2 gap-5">
        <Select
          id="birthMonth"
          name="birthMonth"
          optional={t("desk.optional")}
          label={t("desk.contact.birthMonth")}
          defaultValue={typed.birthMonth ?? ""}
          options={[
            { value: "", label: t("desk.contact.unknown") },
            ...monthNames(locale).map((label, month) => ({ value: String(month + 1), label })),
          ]}
          errors={errors.birthMonth}
        />
        <Input
          id="birthDay"
          name="birthDay"
          inputMode="numeric"
          maxLength={2}
          optional={t("desk.optional")}
          label={t("desk.contact.birthDay")}
          defaultValue={typed.birthDay}
          errors={errors.birthDay}
        />
      </div>
      <Sheet>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="off"
          readOnly={contact.signsInAsStaff}
          label={t("staff.member.email")}
          hint={t(contact.signsInAsStaff ? "desk.contact.email.staff" : "desk.contact.email.hint")}
          defaultValue={typed.email}
          errors={errors.email}
        />
        {!contact.signsInAsStaff && (
          <Checkbox
            id="seenId"
            name="seenId"
            className="mt-2"
            label={t("desk.contact.seenId")}
            defaultChecked={"seenId" in typed && typed.seenId === "on"}
            errors={errors.seenId}
          />
        )}
      </Sheet>
      <div>
        <Button pending={sending}>{t("desk.contact.save")}</Button>
      </div>
    </Form>
  );
}
