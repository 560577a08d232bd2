import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wholeMonthOf } from "#app/modules/finance/asked-day.ts";
import { loadJournal } from "#app/modules/finance/load-journal.server.ts";
import { JOURNAL_COLUMNS } from "#app/modules/finance/report-columns.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { EmptyStatementDrawing } from "#app/ui/drawings/empty-statement.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { AskedForm, askedQuery } from "../parts/asked-form.tsx";
import { readFinanceRequest } from "../parts/finance-request.server.ts";
import { Formula } from "../parts/formula.tsx";
import { ReportTable } from "../parts/report-table.tsx";
import { TableLink } from "../parts/table-link.tsx";

/** Finance and admins: a month as entries for the club's accounts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, today, time, ...read } = await readFinanceRequest(request);
  const asked = wholeMonthOf(read.asked, today);
  const lines = await loadJournal(db(), asked, time);
  return { lines, asked, today, title: t("finance.journal.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.title} · ${data.asked.day.slice(0, 7)}` },
];

export default function Journal() {
  const t = useT();
  const figures = useFigures();
  const { lines, asked, today, title } = useLoaderData<typeof loader>();
  const month = figures.month(`${asked.day.slice(0, 7)}-15T00:00:00Z`);
  return (
    <>
      <BackLink to="/admin/finance">{t("finance.title")}</BackLink>
      <PageHeader title={title} lead={t("finance.journal.lead")} />
      <AskedForm asked={asked} today={today} />
      <Section
        id="journal"
        title={month}
        more={<TableLink table="journal" query={askedQuery(asked)} />}
      >
        <Formula>{t("finance.journal.formula")}</Formula>
        {lines.length === 0 ? (
          <EmptyState drawing={<EmptyStatementDrawing />}>{t("finance.journal.none")}</EmptyState>
        ) : (
          <ReportTable
            narrow="stack"
            caption={t("finance.journal.title")}
            columns={JOURNAL_COLUMNS}
            rows={lines}
            rowKey={(line) => `${line.reference} ${line.account}`}
            currencyOf={(line) => line.currency}
          />
        )}
      </Section>
    </>
  );
}
