import type { EventSurvey } from "#app/modules/surveys/load-results.server.ts";
import { ANSWERS_TO_SHOW } from "#app/modules/surveys/results.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page.tsx";

type Shown = Pick<EventSurvey, "eventId" | "results"> & { closesAt: Date | string | null };

/** What the page is about, until when answers come, and the ways on. */
export function ResultsHead({ survey, isOver }: { survey: Shown; isOver: boolean }) {
  const t = useT();
  const { lastDay, day } = useFigures();
  const { eventId, closesAt, results } = survey;
  return (
    <PageHeader
      title={t("surveyResults.title")}
      lead={
        closesAt === null
          ? t("surveyResults.notYet")
          : isOver
            ? t("surveyResults.closed", { day: day(closesAt) })
            : t("surveyResults.closes", { day: lastDay(closesAt) })
      }
      actions={
        <>
          <ButtonLink to="/admin/events/surveys" look="quiet">
            {t("surveyResults.others")}
          </ButtonLink>
          {results.answered >= ANSWERS_TO_SHOW && (
            <ButtonLink to={`/admin/events/${eventId}/survey.csv`} look="quiet" reloadDocument>
              {t("surveyResults.csv")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
