import { Form, useNavigation } from "@remix-run/react";
import type { GoldPage } from "#app/modules/gold-grants/load-gold-page.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface GrantFormProps {
  page: Pick<GoldPage, "today" | "inAYear">;
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
}

/** Grants gold: from when, through when, and why. */
export function GrantForm({ page, reply }: GrantFormProps) {
  const t = useT();
  const sending = useNavigation().formData?.get("intent") === "grant";
  const errors = formErrors(reply, t);
  return (
    <Sheet className="max-w-2xl">
      <Form method="post">
        <div className="grid items-end gap-4 xs:grid-cols-2">
          <Input
            id="from"
            name="from"
            type="date"
            required
            defaultValue={typedInto(reply, "from") ?? page.today}
            label={t("gold.from")}
            hint={t("gold.from.hint")}
            errors={errors.from}
          />
          <Input
            id="through"
            name="through"
            type="date"
            required
            defaultValue={typedInto(reply, "through") ?? page.inAYear}
            label={t("gold.through")}
            hint={t("gold.through.hint")}
            errors={errors.through}
          />
        </div>
        <Textarea
          id="reason"
          name="reason"
          rows={2}
          required
          maxLength={REASON_AT_MOST}
          className="mt-4"
          defaultValue={typedInto(reply, "reason")}
          label={t("gold.reason")}
          hint={t("gold.reason.hint")}
          errors={errors.reason}
        />
        <div className="mt-4">
          <Button name="intent" value="grant" pending={sending} pendingLabel={t("gold.granting")}>
            {t("gold.grant")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
