import type { Keepsakes } from "#app/modules/event-thanks/load-keepsakes.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { useFigures } from "./use-figures.ts";

interface OwnKeepsakesProps {
  of: Keepsakes;
  registrationId: number;
}

/** The ways from a party to what there is for it once the day is over; nothing where there is nothing. */
export function OwnKeepsakes({ of, registrationId }: OwnKeepsakesProps) {
  const t = useT();
  const { points } = useFigures();
  const { entries, results, album, certificates, surveyPoints } = of;
  return (
    <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
      {surveyPoints !== null && (
        <ButtonLink to={`/my/surveys/${registrationId}`}>
          {surveyPoints > 0
            ? t("events.after.survey.points", { points: points(surveyPoints) })
            : t("events.after.survey")}
        </ButtonLink>
      )}
      {album && (
        <ButtonLink to={`/my/albums/${album}`} look="quiet">
          {t("events.after.album")}
        </ButtonLink>
      )}
      {entries && (
        <ButtonLink to="/my/contests" look="quiet">
          {t("events.after.entries")}
        </ButtonLink>
      )}
      {results && (
        <ButtonLink to={`/my/registrations/${registrationId}/results`} look="quiet">
          {t("events.after.results")}
        </ButtonLink>
      )}
      {certificates && (
        <ButtonLink to="/my/certificates" look="quiet">
          {t("events.after.certificates")}
        </ButtonLink>
      )}
    </div>
  );
}
