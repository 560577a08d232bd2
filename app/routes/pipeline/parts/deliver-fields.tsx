import { Form, useNavigation } from "@remix-run/react";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Named, named } from "#app/ui/named.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface DeliverFieldsProps {
  lead: LeadPage;
  /** Who joined with the friend's phone. */
  member: { number: string; name: string } | null;
  reply: FormReply | undefined;
}

/** The car that is handed over, and how the friend is written to where they are not in the club yet. */
export function DeliverFields({ lead, member, reply }: DeliverFieldsProps) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const typed = reply?.initialValue ?? { email: lead.friend.email, model: lead.model };
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: String(typed[name] ?? ""),
    errors: errors[name],
    autoComplete: "off",
  });
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="revision" value={lead.revision} />
      {member ? (
        <Notice announce={false}>
          <Named>
            {t("pipeline.deliver.member", { name: named(member.name), number: member.number })}
          </Named>
        </Notice>
      ) : (
        <Input
          {...field("email")}
          type="email"
          maxLength={254}
          label={t("pipeline.fact.email")}
          optional={t("pipeline.optional")}
          hint={t("pipeline.deliver.email.hint")}
        />
      )}
      <Input
        {...field("vin")}
        maxLength={40}
        autoCapitalize="characters"
        label={t("car.field.vin")}
      />
      <Input {...field("plate")} maxLength={20} label={t("car.field.plate")} />
      <Input {...field("model")} maxLength={80} label={t("car.field.model")} />
      <div>
        <Button pending={pending}>{t("pipeline.deliver.send")}</Button>
      </div>
    </Form>
  );
}
