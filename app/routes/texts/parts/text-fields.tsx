import { Form, useNavigation } from "@remix-run/react";
import type { TextName } from "#app/modules/texts/club-texts.ts";
import type { ClubText } from "#app/modules/texts/load-text.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Textarea } from "#app/ui/input.tsx";

interface TextFieldsProps {
  name: TextName;
  text: ClubText;
  reply?: FormReply;
}

/** A text in both languages, as it is typed. */
export function TextFields({ name, text, reply }: TextFieldsProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(reply, t);
  const sent = reply?.initialValue;
  const typed = (language: "en" | "zh") => String(sent?.[language] ?? text[language]);
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="seen" value={String(sent?.seen ?? text.version)} />
      <Textarea
        id="en"
        name="en"
        lang="en"
        rows={18}
        label={t("texts.admin.en")}
        defaultValue={typed("en")}
        errors={errors.en}
      />
      <Textarea
        id="zh"
        name="zh"
        lang="zh-CN"
        rows={18}
        label={t("texts.admin.zh")}
        defaultValue={typed("zh")}
        errors={errors.zh}
      />
      {name === "rules" && (
        <Checkbox
          id="asks"
          name="asks"
          label={t("texts.admin.asks")}
          hint={t("texts.admin.asksHint")}
          defaultChecked={sent?.asks === "on"}
        />
      )}
      <div>
        <Button pending={pending}>{t("texts.admin.save")}</Button>
      </div>
    </Form>
  );
}
