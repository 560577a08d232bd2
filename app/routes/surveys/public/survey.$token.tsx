import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadPartySurvey } from "#app/modules/surveys/load-survey.server.ts";
import { scores } from "#app/modules/surveys/questions.ts";
import { readSurveyToken } from "#app/modules/surveys/survey-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { answerSurvey } from "../parts/answer-request.server.ts";
import { SurveyForm } from "../parts/survey-form.tsx";
import { typedAgain } from "../parts/typed-again.ts";

/**
 * Whoever has a letter's link: the questions about one event, and nothing of whom they are asked or of what was said
 * before. Asking for the page answers nothing, whatever face is in its address: programs that look through letters
 * follow every link in them.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const page = { locale, words: packedCatalog(locale, ["surveys"]) };
  const registrationId = await readSurveyToken(params.token ?? "");
  const survey = registrationId === null ? null : await loadPartySurvey(db(), registrationId);
  if (!survey) {
    return data({ ...page, title: translator(locale)("surveys.unknown"), survey: null }, 404);
  }
  const { title, startsAt, question, points, closesAt, isOpen, answer } = survey;
  const face = new URL(request.url).searchParams.get("score");
  return data(
    {
      ...page,
      title: `${translator(locale)("surveys.mine")} · ${inLanguage(locale, title)}`,
      survey: { title, startsAt, question, points, closesAt, isOpen },
      isAnswered: answer !== null,
      earned: answer?.points ?? 0,
      chosen: scores.find((score) => String(score) === face) ?? null,
      news: noticeIn(request, ["said", "saved"]),
    },
    { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

/** Whoever has a letter's link: says how it was, or changes that; what is left empty stays as it was. */
export async function action({ request, params }: ActionFunctionArgs) {
  const registrationId = await readSurveyToken(params.token ?? "");
  if (registrationId === null) throw new Response(null, { status: 404 });
  const taken = await answerSurvey(request, { registrationId, memberId: null });
  if (!taken.ok) return taken.answer;
  const { pathname } = new URL(request.url);
  return redirect(
    taken.intent === "score"
      ? `${pathname}?done=said&score=${taken.score}`
      : `${pathname}?done=saved`,
  );
}

export default function SurveyByLetter() {
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
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { survey } = loaded;
  if (!survey) return <PageHeader title={t("surveys.unknown")} lead={t("surveys.unknown.what")} />;
  const of = { title: inLanguage(locale, survey.title), day: day(survey.startsAt) };
  if (!survey.isOpen) {
    return (
      <PageHeader
        title={t("surveys.over")}
        lead={t("surveys.over.what", { day: lastDay(survey.closesAt) })}
      />
    );
  }
  const { chosen, news, isAnswered, earned } = loaded;
  return (
    <>
      <PageHeader title={t("surveys.question")} lead={t("surveys.lead", of)} />
      <SurveyForm
        {...{ survey, chosen, news, isAnswered, earned, reply }}
        said={news === "said" ? chosen : null}
        typed={typedAgain(reply?.form, null)}
      />
      {isAnswered && <p className="mt-4 text-[0.9375rem] text-ink-soft">{t("surveys.keep")}</p>}
    </>
  );
}
