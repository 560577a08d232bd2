import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

/** Asks who judges. */
export function JudgeForm({ reply, requestKey }: { reply?: FormReply; requestKey: string }) {
  const t = useT();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="requestKey" value={requestKey} />
      <Input
        id="name"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        label={t("judging.judges.name")}
        hint={t("judging.judges.nameHint")}
        defaultValue={typedInto(reply, "name")}
        errors={errors.name}
      />
      <div>
        <Button name="intent" value="make" pending={pending}>
          {t("judging.judges.make")}
        </Button>
      </div>
    </Form>
  );
}
