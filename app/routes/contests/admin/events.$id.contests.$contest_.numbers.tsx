import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { figureIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Button, PrintButton } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { requireContest } from "../parts/contest-request.server.ts";

/** So many sheets are printed at once: a stack that somebody can carry. */
const MOST = 200;
const USUAL = 24;

/** Whoever keeps contests or takes entries: numbers to cut out, which lie beside what was entered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "contests.enter");
  const { event, contest } = await requireContest(params, { drafts: false });
  const from = Math.min(Math.max(figureIn(request, "from"), 1), 9_999);
  const count = Math.min(figureIn(request, "count") || USUAL, MOST);
  const numbers = Array.from({ length: count }, (_, place) => from + place);
  return {
    ...{ from, count, of: contest.title, numbers: numbers.filter((number) => number <= 9_999) },
    page: `/admin/events/${event.id}/contests/${contest.id}`,
    title: t("contestKeeping.numbers"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EntryNumbers() {
  const { t, locale } = useWords();
  const { from, count, numbers, of, page } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="print:hidden">
        <BackLink to={page}>{inLanguage(locale, of)}</BackLink>
        <PageHeader
          title={t("contestKeeping.numbers")}
          lead={t("contestKeeping.numbers.lead")}
          actions={<PrintButton>{t("attendance.print")}</PrintButton>}
        />
        <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
          <Input
            id="from"
            name="from"
            inputMode="numeric"
            defaultValue={String(from)}
            label={t("contestKeeping.numbers.from")}
          />
          <Input
            id="count"
            name="count"
            inputMode="numeric"
            defaultValue={String(count)}
            label={t("contestKeeping.numbers.count")}
          />
          <Button look="quiet">{t("contestKeeping.numbers.show")}</Button>
        </form>
      </div>
      <ul className="grid grid-cols-2 sm:grid-cols-4 print:grid-cols-4">
        {numbers.map((number) => (
          <li
            key={number}
            className="grid aspect-[4/3] content-center justify-items-center break-inside-avoid border border-dashed border-rule-strong p-2 text-center"
          >
            <span className="figure text-6xl">{number}</span>
            <span className="mt-1 text-[0.8125rem] text-ink-soft [overflow-wrap:anywhere]">
              {inLanguage(locale, of)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
