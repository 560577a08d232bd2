import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type ListedDraw, loadDraws } from "#app/modules/draws/load-draws.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PlusIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { drawCursorIn, drawCursorText } from "../parts/draw-cursor.ts";
import { KeptState } from "../parts/kept-state.tsx";

/** Whoever keeps draws or hands prizes over: all draws, the last to be drawn first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "draws.serve");
  const after = drawCursorIn(request);
  const mayKeep = may("draws.keep");
  const { draws, next } = await loadDraws(db(), { drafts: mayKeep, after });
  return {
    draws,
    mayKeep,
    next: drawCursorText(next),
    isFirst: after === null,
    discarded: noticeIn(request, ["discarded"]) !== null,
    title: t("drawKeeping.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function KeptDraws() {
  const { t, locale } = useWords();
  const { moment, points } = useFigures();
  const { draws, mayKeep, next, isFirst, discarded } = useLoaderData<typeof loader>();
  const columns: Column<ListedDraw>[] = [
    {
      key: "title",
      head: t("drawKeeping.draw"),
      cell: ({ id, title }) => <Link to={`/admin/draws/${id}`}>{inLanguage(locale, title)}</Link>,
    },
    { key: "at", head: t("drawKeeping.drawAt"), cell: ({ drawAt }) => moment(drawAt) },
    {
      key: "entries",
      head: t("drawKeeping.entries"),
      number: true,
      cell: ({ state, entries }) => (state === "draft" ? "—" : points(entries)),
    },
    {
      key: "state",
      head: t("drawKeeping.state"),
      cell: ({ state, method }) => <KeptState state={state} method={method} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t("drawKeeping.title")}
        lead={t("drawKeeping.lead")}
        actions={
          <>
            <ButtonLink to="/admin/prize-tables" look="quiet">
              {t("prizeTables.title")}
            </ButtonLink>
            {mayKeep && (
              <ButtonLink to="/admin/draws/new" icon={<PlusIcon size={18} />}>
                {t("drawKeeping.new")}
              </ButtonLink>
            )}
          </>
        }
      />
      {discarded && <Notice tone="ok">{t("drawKeeping.done.discarded")}</Notice>}
      {draws.length === 0 ? (
        <EmptyState drawing={<LuckyDrawDrawing />}>{t("drawKeeping.none")}</EmptyState>
      ) : (
        <Table
          caption={t("drawKeeping.title")}
          columns={columns}
          rows={draws}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label={t("drawKeeping.pages")}
        newer={isFirst ? undefined : { to: "/admin/draws", label: t("drawKeeping.first") }}
        older={
          next ? { to: `/admin/draws?after=${next}`, label: t("drawKeeping.more") } : undefined
        }
      />
    </>
  );
}
