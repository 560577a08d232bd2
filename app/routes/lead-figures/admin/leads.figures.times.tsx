import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  CALL_COLUMNS,
  OVERDUE_COLUMNS,
  TIME_COLUMNS,
} from "#app/modules/lead-figures/figure-columns.ts";
import { figureQuery } from "#app/modules/lead-figures/figure-filter.ts";
import { loadFilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import { loadFirstCalls } from "#app/modules/lead-figures/load-first-calls.server.ts";
import { loadOverdue } from "#app/modules/lead-figures/load-overdue.server.ts";
import { loadStageTimes } from "#app/modules/lead-figures/load-stage-times.server.ts";
import { LEAST_FOR_PERCENT } from "#app/modules/lead-figures/share.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { FigureSection } from "../parts/figure-table.tsx";
import { FiguresFrame } from "../parts/figures-frame.tsx";
import { readFiguresRequest } from "../parts/figures-request.server.ts";

/** Whoever sees how recommendations do: how long stages take, how first calls were made, and what is late now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may, filter, time } = await readFiguresRequest(request);
  const [times, calls, overdue, choices, book] = await Promise.all([
    loadStageTimes(db(), filter, time),
    loadFirstCalls(db(), filter, time),
    loadOverdue(db(), filter),
    loadFilterChoices(db(), filter),
    loadRuleBook(),
  ]);
  return {
    ...{ times, calls, overdue, choices, filter },
    hours: rulesAt(book, new Date()).rules.referrals.firstContactHours,
    mayWork: may("leads.work"),
    title: t("leadFigures.page.times"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Times() {
  const t = useT();
  const { times, calls, overdue, choices, filter, hours, mayWork } = useLoaderData<typeof loader>();
  const file = (table: string) => `/admin/leads/figures/${table}.csv?${figureQuery(filter)}`;
  return (
    <FiguresFrame page="times" filter={filter} choices={choices} mayWork={mayWork}>
      <FigureSection
        id="times"
        title={t("leadFigures.times.title")}
        formula={t("leadFigures.times.formula", { least: LEAST_FOR_PERCENT })}
        columns={TIME_COLUMNS}
        rows={times}
        rowKey={({ stage }) => stage}
        file={file("times")}
      />
      <FigureSection
        id="first-calls"
        title={t("leadFigures.calls.title")}
        formula={t("leadFigures.calls.formula", { hours })}
        columns={CALL_COLUMNS}
        rows={calls}
        rowKey={({ isAll, consultantId }) => `${isAll} ${consultantId}`}
        file={file("first-calls")}
      />
      {overdue.length === 0 ? (
        <Section id="overdue" title={t("leadFigures.overdue.title")}>
          <p className="text-ink-soft">{t("leadFigures.overdue.none")}</p>
        </Section>
      ) : (
        <FigureSection
          id="overdue"
          title={t("leadFigures.overdue.title")}
          formula={t("leadFigures.overdue.formula")}
          columns={OVERDUE_COLUMNS}
          rows={overdue}
          rowKey={({ consultantId }) => String(consultantId)}
          file={file("overdue")}
        />
      )}
      {mayWork && overdue.length > 0 && (
        <p className="mt-3">
          <Link to={overdueList(filter.store)}>{t("leadFigures.overdue.list")}</Link>
        </p>
      )}
    </FiguresFrame>
  );
}

/** The list of leads that are late, those that are so longest first. */
const overdueList = (store: number | "none" | null): string =>
  `/admin/leads?show=team&due=late&store=${typeof store === "number" ? store : "all"}`;
