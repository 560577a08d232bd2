import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";

/** Asks who helps, where, and whether they decide. */
export function StewardForm({ reply }: { reply?: FormReply }) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  return (
    <Form method="post" className="grid gap-4">
      <Input
        id="name"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        label={t("attendance.stewards.name")}
        defaultValue={typedInto(reply, "name")}
        errors={errors.name}
      />
      <Input
        id="gate"
        name="gate"
        required
        maxLength={60}
        autoComplete="off"
        label={t("attendance.stewards.gate")}
        hint={t("attendance.stewards.gateHint")}
        defaultValue={typedInto(reply, "gate")}
        errors={errors.gate}
      />
      <Choices
        name="role"
        legend={t("attendance.stewards.role")}
        options={[
          {
            value: "steward",
            label: t("attendance.stewards.role.steward"),
            hint: t("attendance.stewards.role.stewardMay"),
          },
          {
            value: "supervisor",
            label: t("attendance.stewards.role.supervisor"),
            hint: t("attendance.stewards.role.supervisorMay"),
          },
        ]}
        defaultValue={typedInto(reply, "role") ?? "steward"}
        errors={errors.role}
      />
      <div>
        <Button name="intent" value="make" pending={pending}>
          {t("attendance.stewards.make")}
        </Button>
      </div>
    </Form>
  );
}
