import { Form } from "@remix-run/react";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

/** Leaves a judge out of the ranking with a reason, or counts them again. */
export function ExcludeForm({ reply, isExcluded }: { reply?: FormReply; isExcluded: boolean }) {
  const t = useT();
  const typed = replyTo(reply, "exclude");
  if (isExcluded) {
    return (
      <Form method="post">
        <Button name="intent" value="include" look="quiet">
          {t("judging.judge.include")}
        </Button>
      </Form>
    );
  }
  return (
    <Form method="post" className="grid gap-4">
      <p>{t("judging.judge.exclude.what")}</p>
      <Input
        id="why-exclude"
        name="why"
        required
        maxLength={REASON_AT_MOST}
        label={t("judging.judge.why")}
        defaultValue={typedInto(typed, "why")}
        errors={formErrors(typed, t).why}
      />
      <div>
        <Button name="intent" value="exclude" look="danger">
          {t("judging.judge.exclude.go")}
        </Button>
      </div>
    </Form>
  );
}
