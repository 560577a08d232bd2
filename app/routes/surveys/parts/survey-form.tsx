import { Form } from "@remix-run/react";
import type { Score } from "#app/modules/surveys/questions.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Faces } from "./faces.tsx";
import { MoreQuestions, type MoreTyped } from "./more-questions.tsx";

export type SurveyNews = "said" | "saved" | null;

interface SurveyFormProps {
  survey: { question: InBoth | null; points: number; closesAt: Date | string };
  /** The face that counts; null where there is none yet, or it is not to be shown. */
  said: Score | null;
  /** The face that a letter's link chose: it counts once it is sent. */
  chosen: Score | null;
  /** Whether there is an answer, shown or not. */
  isAnswered: boolean;
  /** Points that it brought. */
  earned: number;
  news: SurveyNews;
  typed: MoreTyped;
  reply?: { form: FormReply; refusal: "closed" | "no-score" | null };
}

/** Everything that somebody is asked about an event. */
export function SurveyForm(props: SurveyFormProps) {
  const { survey, said, chosen, isAnswered, earned, news, typed, reply } = props;
  const { t, locale } = useWords();
  const { lastDay } = useFigures();
  const isChoosing = chosen !== null && news !== "said";
  const scoreIsWrong = Boolean(reply?.form.error?.score);
  return (
    <>
      {reply?.refusal === "closed" && <Notice tone="refusal">{t("surveys.error.closed")}</Notice>}
      {(reply?.refusal === "no-score" || scoreIsWrong) && (
        <Notice tone="refusal">
          {t(scoreIsWrong ? "surveys.error.score" : "surveys.error.first")}
        </Notice>
      )}
      {!reply && news === "saved" && <Notice tone="ok">{t("surveys.saved")}</Notice>}
      {!reply && news === "said" && said && (
        <Notice tone="ok" title={t("surveys.said", { score: t(`surveys.score.${said}`) })}>
          {earned > 0 && t("surveys.said.points", { points: earned })}
        </Notice>
      )}
      <div className="mt-5 grid gap-4">
        {isChoosing && (
          <Form method="post" className="grid gap-3">
            <p>{t("surveys.chosen", { score: t(`surveys.score.${chosen}`) })}</p>
            <input type="hidden" name="intent" value="score" />
            <Button name="score" value={chosen} wide>
              {t("surveys.confirm", { score: t(`surveys.score.${chosen}`) })}
            </Button>
            <p className="text-ink-soft">{t("surveys.orOther")}</p>
          </Form>
        )}
        <Faces chosen={isChoosing ? chosen : said} label={t("surveys.question")} />
        <p className="text-[0.9375rem] text-ink-soft">
          {sentences(locale, [
            isAnswered
              ? t("surveys.change")
              : survey.points > 0 && t("surveys.worth", { points: survey.points }),
            t("surveys.until", { day: lastDay(survey.closesAt) }),
          ])}
        </p>
      </div>
      {(isAnswered || reply) && (
        <Section id="more" title={t("surveys.more")}>
          <p className="mb-4 text-ink-soft">{t("surveys.more.lead")}</p>
          <MoreQuestions question={survey.question} typed={typed} reply={reply?.form} />
        </Section>
      )}
    </>
  );
}
