import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

const TALE = ["tickets", "envelope", "wait", "open"] as const;

/** How a draw works that nobody can bend, for somebody of eight. */
export function HowItWorks({ value }: { value: string }) {
  const t = useT();
  return (
    <Section id="how" title={t("draws.how")}>
      <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {TALE.map((part, place) => (
          <li key={part} className="flex gap-3">
            <span aria-hidden="true" className="figure text-2xl leading-7 text-accent">
              {place + 1}
            </span>
            <p className="min-w-0">{t(`draws.how.${part}`, { value })}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const EXACT = ["list", "prints", "key", "number", "ticket", "next"] as const;

/** The same exactly: enough to write a program of thirty lines from. */
export function ExactSteps({ slug, isDrawn }: { slug: string; isDrawn: boolean }) {
  const t = useT();
  return (
    <Section id="exact" title={t("draws.exact")}>
      <p className="max-w-prose text-ink-soft">{t("draws.exact.lead")}</p>
      <ol className="mt-3 max-w-prose list-decimal space-y-2 pl-6">
        {EXACT.map((step) => (
          <li key={step}>{t(`draws.exact.${step}`)}</li>
        ))}
      </ol>
      <ul className="mt-4 flex flex-wrap gap-x-6">
        <li>
          <a href={`/draws/${slug}/list.txt`} download>
            {t("draws.list")}
          </a>
        </li>
        {isDrawn && (
          <li>
            <a href={`/draws/${slug}/result.json`} download>
              {t("draws.result")}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
