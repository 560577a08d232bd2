import { Form, useNavigation } from "@remix-run/react";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedIn } from "#app/site/typed-in.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface AnswerFormProps {
  /** The mark of the facts that the page shows. */
  seen: string;
  reply: FormReply | undefined;
}

/** What a person of finance did about a difference, in their own words. */
export function AnswerForm({ seen, reply }: AnswerFormProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const typed = typedIn(reply);
  const errors = formErrors(reply, t);
  return (
    <Form method="post" className="grid max-w-xl gap-5">
      {errors.seen && <Notice tone="refusal">{errors.seen}</Notice>}
      <input type="hidden" name="seen" value={seen} />
      <Textarea
        id="done"
        name="done"
        required
        maxLength={REASON_AT_MOST}
        label={t("reconciliation.answer.done")}
        hint={t("reconciliation.answer.done.hint")}
        defaultValue={typed.done}
        errors={errors.done}
      />
      <div>
        <Button pending={pending}>{t("reconciliation.answer.send")}</Button>
      </div>
    </Form>
  );
}
