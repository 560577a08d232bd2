import type { PublicResult } from "#app/modules/contest-results/load-public-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

/** How a ranking came about, in words for families, and all that it follows from for whoever works it out again. */
export function HowDecided({ result }: { result: PublicResult }) {
  const { t } = useWords();
  const { contestId, versions, shown } = result;
  const fingerprint = versions.find(({ version }) => version === shown)?.fingerprint;
  return (
    <div className="mt-6">
      <Disclosure summary={t("results.how")}>
        <div className="grid max-w-prose gap-3">
          <Rule terms={result.terms} />
          <p>
            {/* A text, not a page of the site. */}
            <a href={`/contests/${contestId}/ranking/${shown}.txt`}>{t("results.paper")}</a>
          </p>
          <p className="text-[0.9375rem] text-ink-soft">
            {t("results.paper.means")}{" "}
            <span className="font-mono text-[0.875rem] break-all">{fingerprint}</span>
          </p>
        </div>
      </Disclosure>
    </div>
  );
}

function Rule({ terms }: Pick<PublicResult, "terms">) {
  const { t, locale } = useWords();
  if (terms.kind === "chosen") return <p>{t(`results.how.${terms.by}`)}</p>;
  if (terms.kind === "measured") {
    return <p>{t(`results.how.${terms.measure}.${terms.better}`)}</p>;
  }
  const all = terms.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <p>{t("results.how.pictures")}</p>
      <ul className="grid gap-1">
        {terms.criteria.map(({ key, name, weight }) => (
          <li key={key}>
            {t("results.how.criterion", { name: inLanguage(locale, name), weight, all })}
          </li>
        ))}
      </ul>
      <p>{t("results.how.pictures.tie")}</p>
    </>
  );
}
