import { Form } from "@remix-run/react";
import type { KeptJudgePage } from "#app/modules/judging/load-kept-judging.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { replyTo, typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface CorrectFormProps {
  reply?: FormReply;
  criteria: KeptJudgePage["contest"]["criteria"];
  entries: readonly { id: number; number: number }[];
  isPublished: boolean;
}

/** Changes what a judge gave one entry, with a reason. */
export function CorrectForm({ reply, criteria, entries, isPublished }: CorrectFormProps) {
  const { t, locale } = useWords();
  const typed = replyTo(reply, "correct");
  const errors = formErrors(typed, t);
  const values = Array.from({ length: 10 }, (_, at) => String(at + 1));
  return (
    <Form method="post" className="grid gap-4">
      <p>{t("judging.judge.correct.what")}</p>
      {isPublished && <p className="font-semibold">{t("judging.judge.correct.public")}</p>}
      <Select
        id="entry"
        name="entry"
        label={t("judging.judge.correct.entry")}
        options={entries.map(({ id, number }) => ({ value: String(id), label: String(number) }))}
        defaultValue={typedInto(typed, "entry")}
        errors={errors.entry}
      />
      <div className="grid grid-cols-2 gap-4 min-[40rem]:grid-cols-3">
        {criteria.map(({ key, name }) => (
          <Select
            key={key}
            id={`value-${key}`}
            name={`value-${key}`}
            label={inLanguage(locale, name)}
            options={[
              { value: "", label: t("judging.judge.correct.leave") },
              ...values.map((value) => ({ value, label: value })),
            ]}
            defaultValue={typedInto(typed, `value-${key}`)}
            errors={errors[`value-${key}`]}
          />
        ))}
      </div>
      <Input
        id="why-correct"
        name="why"
        required
        maxLength={REASON_AT_MOST}
        label={t("judging.judge.why")}
        defaultValue={typedInto(typed, "why")}
        errors={errors.why}
      />
      <div>
        <Button name="intent" value="correct">
          {t("judging.judge.correct.go")}
        </Button>
      </div>
    </Form>
  );
}
