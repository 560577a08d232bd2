import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadOwnSurvey } from "#app/modules/surveys/load-survey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { answerSurvey } from "../parts/answer-request.server.ts";
import { SurveyForm } from "../parts/survey-form.tsx";
import { typedAgain } from "../parts/typed-again.ts";

/** Members: what they are asked about an event that they came to, and what they said. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const survey = await loadOwnSurvey(db(), member.id, rowIdIn(params.id));
  if (!survey) throw new Response(null, { status: 404 });
  return {
    ...{ locale, survey, words: packedCatalog(locale, ["surveys"]) },
    title: `${t("surveys.mine")} · ${inLanguage(locale, survey.title)}`,
    news: noticeIn(request, ["said", "saved"]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: say how an event was that they came to, by one press, and more if they like. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const registrationId = rowIdIn(params.id);
  const taken = await answerSurvey(request, { registrationId, memberId: member.id });
  if (!taken.ok) return taken.answer;
  return redirect(
    `/my/surveys/${registrationId}?done=${taken.intent === "score" ? "said" : "saved"}`,
  );
}

export default function OwnSurvey() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Questions />
    </WordsProvider>
  );
}

function Questions() {
  const { t, locale } = useWords();
  const { day, lastDay } = useFigures();
  const { survey, news } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { answer } = survey;
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/surveys">{t("surveys.back")}</BackLink>
      <PageHeader
        title={t("surveys.question")}
        lead={t("surveys.lead", {
          title: inLanguage(locale, survey.title),
          day: day(survey.startsAt),
        })}
      />
      {survey.isOpen ? (
        <SurveyForm
          {...{ survey, news, reply }}
          said={answer?.score ?? null}
          chosen={null}
          isAnswered={answer !== null}
          earned={answer?.points ?? 0}
          typed={typedAgain(reply?.form, answer)}
        />
      ) : (
        <Notice title={t("surveys.over")} announce={false}>
          {sentences(locale, [
            answer && t("surveys.said", { score: t(`surveys.score.${answer.score}`) }),
            t("surveys.over.what", { day: lastDay(survey.closesAt) }),
          ])}
        </Notice>
      )}
    </div>
  );
}
