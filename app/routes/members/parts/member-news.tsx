import { Link } from "@remix-run/react";
import type { VisitNews } from "#app/modules/visits/load-recorded-visit.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

/** What was just done for the member and came of it. */
export function MemberNews({ visit, saved }: { visit: VisitNews | null; saved: boolean }) {
  const t = useT();
  if (!visit && !saved) return null;
  return (
    <div className="mb-6">
      {visit ? <VisitNotice visit={visit} /> : <Notice tone="ok">{t("desk.contact.saved")}</Notice>}
    </div>
  );
}

function VisitNotice({ visit }: { visit: VisitNews }) {
  const t = useT();
  const figures = useFigures();
  const { hasOrder, points, pending, others, nobodys, waits } = visit;
  const change = figures.change(points);
  return (
    <Notice
      tone="ok"
      title={
        points > 0
          ? t(pending ? "desk.visit.done.pending" : "desk.visit.done.points", { points: change })
          : t("desk.visit.done")
      }
    >
      {waits !== null && t("desk.visit.done.waits", { points: figures.points(waits) })}
      {!hasOrder && waits === null && t("desk.visit.done.noOrder")}
      {hasOrder &&
        points === 0 &&
        t(nobodys ? "desk.visit.done.nobodys" : "desk.visit.done.nothing")}
      {others && (
        <>
          {t("desk.visit.done.others")} <Link to={`/admin/members/${others}`}>{others}</Link>
        </>
      )}
    </Notice>
  );
}
