import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { QuestionForm } from "#app/modules/surveys/forms.ts";
import { loadComments } from "#app/modules/surveys/load-comments.server.ts";
import { loadGuestLinks } from "#app/modules/surveys/load-guest-links.server.ts";
import { loadResults } from "#app/modules/surveys/load-results.server.ts";
import { setQuestion } from "#app/modules/surveys/set-question.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { RowId } from "#app/platform/row-id.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { Comments } from "../parts/comments.tsx";
import { GuestLinks } from "../parts/guest-links.tsx";
import { OwnQuestion } from "../parts/own-question.tsx";
import { ResultsHead } from "../parts/results-head.tsx";
import { SurveyFigures } from "../parts/survey-figures.tsx";

/** Whoever sees surveys: how those who came liked an event. `?before=` goes on with what they wrote. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, may } = await readStaffRequest(request, "surveys.see");
  const eventId = rowIdIn(params.id);
  const survey = await loadResults(db(), eventId);
  if (!survey) throw new Response(null, { status: 404 });
  const before = RowId.safeParse(new URL(request.url).searchParams.get("before")).data ?? null;
  const mayKeep = may("events.keep");
  const [written, links] = await Promise.all([
    loadComments(db(), eventId, before),
    mayKeep ? loadGuestLinks(db(), eventId) : [],
  ]);
  return {
    ...{ locale, survey, written, links, mayKeep, isFirst: before === null },
    isOver: survey.closesAt !== null && survey.closesAt <= new Date(),
    words: packedCatalog(locale, ["surveys"]),
    done: noticeIn(request, ["saved"]) !== null,
    title: `${t("surveyResults.title")} · ${inLanguage(locale, survey.title)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Whoever keeps events: sets the club's own question about one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), QuestionForm);
  if (form.status !== "success") return data({ form: form.reply(), answered: false }, 400);
  const outcome = await setQuestion(eventId, form.value, actorOf(staff, context));
  if (outcome === "no-such-event") throw new Response(null, { status: 404 });
  if (outcome === "answered") return data({ form: form.reply(), answered: true }, 409);
  return redirect(`/admin/events/${eventId}/survey?done=saved`);
}

export default function SurveyResultsPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Results />
    </WordsProvider>
  );
}

function Results() {
  const { locale } = useWords();
  const loaded = useLoaderData<typeof loader>();
  const { survey, written, links, mayKeep, isFirst, isOver, done } = loaded;
  const reply = useActionData<typeof action>();
  const at = `/admin/events/${survey.eventId}`;
  return (
    <div className="max-w-4xl">
      <BackLink to={mayKeep ? at : "/admin/events"}>{inLanguage(locale, survey.title)}</BackLink>
      <EventPlaces eventId={survey.eventId} />
      <ResultsHead survey={survey} isOver={isOver} />
      <SurveyFigures results={survey.results} />
      {survey.results.asked > 0 && (
        <Comments at={`${at}/survey`} {...written} question={survey.question} isFirst={isFirst} />
      )}
      {links.length > 0 && <GuestLinks links={links} />}
      {mayKeep && survey.state === "published" && (
        <OwnQuestion
          question={survey.question}
          isKept={survey.questionAnswered || reply?.answered === true}
          isOver={isOver}
          isSaved={done && !reply}
          reply={reply?.form}
        />
      )}
    </div>
  );
}
