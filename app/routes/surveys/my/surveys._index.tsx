import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadOwnSurveys, type PartySurvey } from "#app/modules/surveys/load-survey.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { sentences } from "#app/platform/words/sentences.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { OutingDrawing } from "#app/ui/drawings/events/outing.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { Faces } from "../parts/faces.tsx";

/** Members: the events that they came to, each with the one question. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  return {
    ...{ locale, words: packedCatalog(locale, ["surveys", "events"]) },
    title: t("surveys.mine"),
    surveys: await loadOwnSurveys(db(), member.id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnSurveys() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Surveys />
    </WordsProvider>
  );
}

function Surveys() {
  const { t } = useWords();
  const { surveys } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("surveys.mine")} lead={t("surveys.mine.lead")} />
      {surveys.length === 0 && (
        <EmptyState
          drawing={<OutingDrawing />}
          action={
            <ButtonLink to="/my/events" look="quiet">
              {t("surveys.mine.events")}
            </ButtonLink>
          }
        >
          {t("surveys.mine.none")}
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {surveys.map((survey) => (
          <li key={survey.registrationId}>
            <Sheet>
              <Survey {...survey} />
            </Sheet>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Shown = Omit<PartySurvey, "startsAt" | "closesAt"> & { startsAt: string; closesAt: string };

function Survey(survey: Shown | PartySurvey) {
  const { t, locale } = useWords();
  const { day, lastDay } = useFigures();
  const { registrationId, title, startsAt, isOpen, answer, points, closesAt } = survey;
  const page = `/my/surveys/${registrationId}`;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg">{inLanguage(locale, title)}</h2>
        <p className="text-ink-soft">{day(startsAt)}</p>
      </div>
      {answer ? (
        <p className="mt-2">
          {t("surveys.mine.said", { score: t(`surveys.score.${answer.score}`) })}
          {isOpen && (
            <>
              {" · "}
              <Link to={page}>{t("surveys.mine.more")}</Link>
            </>
          )}
        </p>
      ) : isOpen ? (
        <div className="mt-3 grid gap-2">
          <p>{t("surveys.question")}</p>
          <Faces action={page} chosen={null} label={inLanguage(locale, title)} />
          <p className="text-[0.9375rem] text-ink-soft">
            {sentences(locale, [
              points > 0 && t("surveys.worth", { points }),
              t("surveys.mine.open", { day: lastDay(closesAt) }),
            ])}
          </p>
        </div>
      ) : (
        <p className="mt-2 text-ink-soft">{t("surveys.mine.closed")}</p>
      )}
    </>
  );
}
