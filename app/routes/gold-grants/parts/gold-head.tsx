import type { GoldPage } from "#app/modules/gold-grants/load-gold-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";

type Head = Pick<GoldPage, "name" | "number" | "standing" | "closed">;

/** Whose gold it is, and what they are today. */
export function GoldHead({ page }: { page: Head }) {
  const t = useT();
  const figures = useFigures();
  const { standing } = page;
  return (
    <>
      <BackLink to={`/admin/members/${page.number}`}>
        <bdi>{page.name}</bdi>&nbsp;<span className="figure">{page.number}</span>
      </BackLink>
      <PageHeader
        title={t("gold.title")}
        lead={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <TierMark tier={standing.tier}>{t(`tier.${standing.tier}`)}</TierMark>
            {standing.tier === "gold" && (
              <span>
                {t(`gold.now.${standing.phase}`, {
                  day: figures.calendarDay(
                    standing.phase === "gold" ? standing.goldThrough : standing.keptThrough,
                  ),
                })}
              </span>
            )}
          </span>
        }
      />
    </>
  );
}

interface GoldNewsProps {
  done: "granted" | "withdrawn" | null;
  refusal: "account-closed" | "own-account" | "grant-over" | null;
}

/** What has just happened. */
export function GoldNews({ done, refusal }: GoldNewsProps) {
  const t = useT();
  if (!done && !refusal) return null;
  return (
    <div className="mb-6">
      {refusal ? (
        <Notice tone="refusal">{t(`gold.refused.${refusal}`)}</Notice>
      ) : (
        <Notice tone="ok">{t(`gold.done.${done ?? "granted"}`)}</Notice>
      )}
    </div>
  );
}
