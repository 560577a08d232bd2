import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

interface AfterEventProps {
  slug: string;
  /** A ranking of its contests is public. */
  isRanked: boolean;
  /** Its gallery shows pictures. */
  hasGallery: boolean;
}

/** The ways from an event to what came of it. */
export function AfterEvent({ slug, isRanked, hasGallery }: AfterEventProps) {
  const t = useT();
  return (
    <>
      {isRanked && <ButtonLink to={`/events/${slug}/results`}>{t("events.results")}</ButtonLink>}
      {hasGallery && (
        <ButtonLink to={`/events/${slug}/gallery`} look="quiet">
          {t("events.gallery")}
        </ButtonLink>
      )}
    </>
  );
}
