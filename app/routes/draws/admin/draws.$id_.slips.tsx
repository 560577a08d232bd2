import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import { loadSlips } from "#app/modules/draws/load-slips.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PrintButton } from "#app/ui/button.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";

/** Whoever keeps draws or hands prizes over: the numbers of one, to cut out and pick from. `?after=` goes on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "draws.serve");
  const id = rowIdIn(params.id);
  const after = (new URL(request.url).searchParams.get("after") ?? "").slice(0, 20);
  const slips = await loadSlips(db(), id, after);
  if (!slips) throw new Response(null, { status: 404 });
  return { id, slips, isFirst: after === "", title: t("drawKeeping.slips") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DrawSlips() {
  const { t, locale } = useWords();
  const { id, slips, isFirst } = useLoaderData<typeof loader>();
  const { entries, next } = slips;
  const title = inLanguage(locale, slips.title);
  const page = `/admin/draws/${id}/slips`;
  return (
    <>
      <div className="print:hidden">
        <BackLink to={`/admin/draws/${id}`}>{title}</BackLink>
        <PageHeader
          title={t("drawKeeping.slips")}
          lead={t("drawKeeping.slips.lead")}
          actions={<PrintButton>{t("attendance.print")}</PrintButton>}
        />
      </div>
      <ul className="grid grid-cols-2 sm:grid-cols-4 print:grid-cols-4">
        {entries.map((entry) => (
          <li
            key={entry}
            className="grid min-h-24 content-center justify-items-center break-inside-avoid border border-dashed border-rule-strong p-2 text-center"
          >
            <span className="figure text-lg whitespace-nowrap sm:text-2xl print:text-2xl">
              {showEntryNumber(entry)}
            </span>
            <span className="mt-1 text-[0.8125rem] text-ink-soft [overflow-wrap:anywhere]">
              {title}
            </span>
          </li>
        ))}
      </ul>
      <div className="print:hidden">
        <Pager
          label={t("drawKeeping.slips")}
          newer={isFirst ? undefined : { to: page, label: t("drawKeeping.slips.first") }}
          older={
            next ? { to: `${page}?after=${next}`, label: t("drawKeeping.slips.more") } : undefined
          }
        />
      </div>
    </>
  );
}
