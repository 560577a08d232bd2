import { Form, useNavigation } from "@remix-run/react";
import { formatDay, formatLastDay } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";

interface OwnDelayProps {
  delay: {
    id: number;
    why: string;
    until: Date;
    objection: string | null;
    objectedAt: Date | null;
    answer: string | null;
    answerNote: string | null;
    title: InBoth;
  };
  reply?: FormReply;
}

/** Why and until when somebody registers with everybody, and their word about it. */
export function OwnDelay({ delay, reply }: OwnDelayProps) {
  const { t, locale, timeZone } = useWords();
  const pending = useNavigation().formMethod === "POST";
  const errors = formErrors(reply, t);
  const { id, why, until, objection, objectedAt, answer, answerNote } = delay;
  const facts = [
    answer === "withdrawn"
      ? { label: t("attendance.early.answer"), value: t("attendance.early.withdrawn") }
      : {
          label: t("attendance.early.through"),
          value: (
            <span className="whitespace-nowrap">{formatLastDay(until, locale, timeZone)}</span>
          ),
        },
  ];
  return (
    <Section id={`delay-${id}`} title={inLanguage(locale, delay.title)}>
      <p className="mb-2">
        {t(why === "no-show" ? "attendance.early.no-show" : "attendance.early.late-cancellation")}
      </p>
      <KeyValue facts={facts} />
      {objection === null ? (
        <Form method="post" className="mt-5 grid gap-3">
          <input type="hidden" name="delay" value={id} />
          <Textarea
            id={`words-${id}`}
            name="words"
            required
            maxLength={1000}
            label={t("attendance.early.words")}
            hint={t("attendance.early.wordsHint")}
            defaultValue={typedInto(reply, "words")}
            errors={errors.words}
          />
          <div>
            <Button pending={pending}>{t("attendance.early.object")}</Button>
          </div>
        </Form>
      ) : (
        <div className="mt-4 grid gap-2">
          <p className="text-ink-soft">
            {t("attendance.early.objected", {
              day: formatDay(objectedAt ?? until, locale, timeZone),
            })}
          </p>
          <p className="whitespace-pre-line">{objection}</p>
          {answer === null && <p>{t("attendance.early.waits")}</p>}
          {answer === "stays" && <p className="font-semibold">{t("attendance.early.stays")}</p>}
          {answerNote && <p className="whitespace-pre-line">{answerNote}</p>}
        </div>
      )}
    </Section>
  );
}
