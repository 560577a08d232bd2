import type { RankingPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";

const numbersOf = (entries: readonly { number: number }[]) =>
  entries.map(({ number }) => number).join(", ");

/** What a ranking still waits for, by number. */
export function RankingWaits({ ranking }: { ranking: RankingPage["ranking"] & { ready: false } }) {
  const t = useT();
  const { missing, unjudged } = ranking;
  return (
    <Notice tone="warn" title={t("judging.ranking.waits")} announce={false}>
      {missing.length === 0 && unjudged.length === 0 && <p>{t("judging.ranking.waits.empty")}</p>}
      {missing.map(({ judgeId, name, entries }) => (
        <p key={judgeId}>
          {t("judging.ranking.waits.missing", { name, numbers: numbersOf(entries) })}
        </p>
      ))}
      {unjudged.length > 0 && (
        <p>{t("judging.ranking.waits.unjudged", { numbers: numbersOf(unjudged) })}</p>
      )}
      {missing.length > 0 && <p className="mt-2">{t("judging.ranking.waits.what")}</p>}
    </Notice>
  );
}
