import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

/** What staff decide of an event in bad weather that does not wait: another day, or none. */
export function OtherWays({ eventId }: { eventId: number }) {
  const t = useT();
  const page = `/admin/events/${eventId}`;
  return (
    <>
      <Section id="move" title={t("eventDecisions.weather.move")}>
        <p className="mb-3 max-w-prose">{t("eventDecisions.weather.move.lead")}</p>
        <ButtonLink to={`${page}#when`} look="quiet">
          {t("eventDecisions.weather.move.go")}
        </ButtonLink>
      </Section>
      <Section id="cancel" title={t("eventDecisions.weather.cancel")}>
        <p className="mb-3 max-w-prose">{t("eventDecisions.weather.cancel.lead")}</p>
        <ButtonLink to={`${page}/cancel`} look="quiet">
          {t("eventDecisions.weather.cancel.go")}
        </ButtonLink>
      </Section>
    </>
  );
}
