import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";

interface TermsVersionsProps {
  terms: { version: number; at: Date | string; by: string | null }[];
}

/** Every version of a gift's small print: a receipt names the one that was shown. */
export function TermsVersions({ terms }: TermsVersionsProps) {
  const t = useT();
  const figures = useFigures();
  if (terms.length === 0) return null;
  return (
    <Section id="terms-versions" title={t("giftKeeping.terms.versions")}>
      <ul className="divide-y divide-rule border-y border-rule">
        {terms.map(({ version, at, by }) => (
          <li key={version} className="py-2">
            {t("giftKeeping.terms.version", {
              version,
              when: figures.moment(at),
              who: by ?? t("giftKeeping.nobody"),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
