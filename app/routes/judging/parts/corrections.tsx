import type { KeptJudgePage } from "#app/modules/judging/load-kept-judging.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";

/** What staff changed of a judge's scores, and why. */
export function Corrections({
  history,
  criteria,
}: Pick<KeptJudgePage, "history"> & { criteria: KeptJudgePage["contest"]["criteria"] }) {
  const { t, locale, timeZone } = useWords();
  const nameOf = (criterion: string) => {
    const known = criteria.find(({ key }) => key === criterion);
    return known ? inLanguage(locale, known.name) : criterion;
  };
  return (
    <Section id="history" title={t("judging.judge.history")} className="max-w-2xl">
      <ul className="grid gap-3">
        {history.map(({ id, number, criterion, before, value, reason, by, at }) => (
          <li key={id}>
            <p>
              {t("judging.judge.history.line", {
                ...{ number, value, criterion: nameOf(criterion) },
                before: before ?? t("judging.judge.history.nothing"),
              })}
            </p>
            <p>
              <bdi>{reason}</bdi>
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {t("judging.judge.history.by", { by, at: formatMoment(at, locale, timeZone) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
