import { printLanguages } from "#app/modules/certificates/forms.ts";
import { useT } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

/** All certificates of an event in one file. */
export function PrintAll({ eventId, sheets }: { eventId: number; sheets: number }) {
  const t = useT();
  return (
    <Section id="print" title={t("certificateKeeping.printAll")}>
      <p className="mb-4 text-ink-soft">{t("certificateKeeping.print.count", { count: sheets })}</p>
      <div className="flex flex-wrap gap-2.5">
        {printLanguages.map((languages) => (
          <ButtonLink
            key={languages}
            to={`/admin/events/${eventId}/certificates.pdf?in=${languages}`}
            reloadDocument
            look="quiet"
          >
            {t(`certificateKeeping.print.${languages}`)}
          </ButtonLink>
        ))}
      </div>
    </Section>
  );
}
