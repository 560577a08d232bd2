import type { AdjustPage } from "#app/modules/adjustments/load-adjust-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FigureRow, PointsFigure } from "#app/ui/points-figure.tsx";

interface AdjustHeadProps {
  page: Omit<AdjustPage, "past">;
  done: "booked" | "waiting" | null;
  /** Why the form that was just sent was refused. */
  answer:
    | {
        refusal: "insufficient" | "account-closed" | "not-allowed" | null;
        available: number | null;
      }
    | undefined;
}

/** Whose points it is about, how many there are, and what has just happened. */
export function AdjustHead({ page, done, answer }: AdjustHeadProps) {
  const t = useT();
  const figures = useFigures();
  const refusal = answer?.refusal ?? (page.closed ? "account-closed" : null);
  return (
    <>
      <BackLink to={`/admin/members/${page.number}`}>
        <bdi>{page.name}</bdi>&nbsp;<span className="figure">{page.number}</span>
      </BackLink>
      <PageHeader
        title={t("adjust.title")}
        lead={t("adjust.lead", { limit: figures.points(page.approvalAbove) })}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="ok">{t(`adjust.done.${done}`)}</Notice>
        </div>
      )}
      {refusal && (
        <div className="mb-6">
          <Notice tone="refusal">
            {t(`adjust.refused.${refusal}`, { available: figures.points(answer?.available ?? 0) })}
          </Notice>
        </div>
      )}
      <div className="max-w-2xl">
        <FigureRow>
          <PointsFigure
            label={t("adjust.available")}
            value={figures.points(page.available)}
            note={
              page.debt > 0 ? t("adjust.debt", { points: figures.points(page.debt) }) : undefined
            }
          />
          <PointsFigure
            label={t("adjust.lately")}
            value={figures.points(page.lately)}
            note={page.own ? t("adjust.own") : t("adjust.lately.hint")}
            tone={page.lately > 0 ? "ink" : "soft"}
          />
        </FigureRow>
      </div>
    </>
  );
}
