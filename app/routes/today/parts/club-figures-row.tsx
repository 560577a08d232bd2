import type { ClubFigures } from "#app/modules/today/load-club-figures.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { PointsFigure } from "#app/ui/points-figure.tsx";

/** The club in figures, each with what it counts. */
export function ClubFiguresRow({ figures: club }: { figures: ClubFigures }) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  const counted = formatMoment(club.countedAt, locale, timeZone);
  return (
    <Section
      id="figures"
      title={t("staff.figures")}
      more={<span className="text-ink-soft">{t("staff.figures.at", { when: counted })}</span>}
    >
      <div className="grid gap-x-10 gap-y-5 border-t border-rule pt-4 min-[44rem]:grid-cols-2 min-[72rem]:grid-cols-4">
        <PointsFigure
          label={t("staff.figures.members")}
          value={figures.points(club.members)}
          note={t("staff.figures.members.note")}
        />
        <PointsFigure
          label={t("staff.figures.outstanding")}
          value={figures.points(club.outstanding)}
          note={t("staff.figures.outstanding.note")}
        />
        <PointsFigure
          label={t("staff.figures.debt")}
          value={figures.points(club.debt)}
          note={t("staff.figures.debt.note")}
          tone={club.debt > 0 ? "ink" : "soft"}
        />
        <PointsFigure
          label={t("staff.figures.orders")}
          value={figures.points(club.orders)}
          note={t("staff.figures.orders.note", { earning: figures.points(club.ordersEarning) })}
        />
      </div>
    </Section>
  );
}
