import { Form, useNavigation } from "@remix-run/react";
import { QUESTION_AT_MOST } from "#app/modules/surveys/questions.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface OwnQuestionProps {
  question: InBoth;
  /** Somebody has answered it. */
  isKept: boolean;
  isOver: boolean;
  isSaved: boolean;
  reply?: FormReply;
}

/** The club's own question about an event: a form while nobody has answered it. */
export function OwnQuestion({ question, isKept, isOver, isSaved, reply }: OwnQuestionProps) {
  const { t, locale } = useWords();
  const errors = formErrors(reply, t);
  const pending = useNavigation().state === "submitting";
  return (
    <Section id="own-question" title={t("surveyResults.own")}>
      {isKept ? (
        <Notice title={inLanguage(locale, question)} announce={reply !== undefined}>
          {t("surveyResults.own.answered")}
        </Notice>
      ) : isOver ? (
        <p className="text-ink-soft">{t("surveyResults.own.over")}</p>
      ) : (
        <Form method="post" className="grid max-w-2xl gap-4">
          {isSaved && <Notice tone="ok">{t("surveyResults.own.saved")}</Notice>}
          <p className="text-ink-soft">{t("surveyResults.own.lead")}</p>
          {(["en", "zh"] as const).map((language) => {
            const name = language === "en" ? "questionEn" : "questionZh";
            return (
              <Input
                key={name}
                id={name}
                name={name}
                label={t(`surveyResults.own.${language}`)}
                maxLength={QUESTION_AT_MOST}
                defaultValue={String(reply?.initialValue?.[name] ?? question[language])}
                errors={errors[name]}
              />
            );
          })}
          <div>
            <Button pending={pending} look="quiet">
              {t("surveyResults.own.save")}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
