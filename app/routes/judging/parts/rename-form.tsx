import { Form } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

/** Writes a judge's name anew. */
export function RenameForm({ reply, name }: { reply?: FormReply; name: string }) {
  const t = useT();
  const typed = replyTo(reply, "rename");
  return (
    <Form method="post" className="grid gap-4">
      <Input
        id="judge-name"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        label={t("judging.judges.name")}
        defaultValue={typedInto(typed, "name") || name}
        errors={formErrors(typed, t).name}
      />
      <div>
        <Button name="intent" value="rename" look="quiet">
          {t("judging.judge.rename.go")}
        </Button>
      </div>
    </Form>
  );
}
