import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadFilterChoices } from "#app/modules/lead-figures/load-filter-choices.server.ts";
import {
  loadTopReferrers,
  MOST_REFERRERS,
  type TopReferrer,
} from "#app/modules/lead-figures/load-top-referrers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { FiguresFrame } from "../parts/figures-frame.tsx";
import { readFiguresRequest } from "../parts/figures-request.server.ts";

/** Whoever sees how recommendations do: who recommended most. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may, filter, time } = await readFiguresRequest(request);
  const [referrers, choices] = await Promise.all([
    loadTopReferrers(db(), filter, time),
    loadFilterChoices(db(), filter),
  ]);
  return {
    ...{ referrers, choices, filter },
    most: MOST_REFERRERS,
    mayWork: may("leads.work"),
    title: t("leadFigures.page.referrers"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TopReferrers() {
  const t = useT();
  const figures = useFigures();
  const { referrers, choices, filter, most, mayWork } = useLoaderData<typeof loader>();
  const count = (key: "named" | "accepted" | "delivered" | "points", head: string) => ({
    key,
    head,
    number: true,
    cell: (row: TopReferrer) => figures.points(row[key]),
  });
  const columns: Column<TopReferrer>[] = [
    {
      key: "referrer",
      head: t("leadFigures.col.referrer"),
      cell: ({ name, memberNumber }) => <Name name={name} memberNumber={memberNumber} />,
    },
    count("delivered", t("leadFigures.col.delivered")),
    count("accepted", t("leadFigures.col.accepted")),
    count("named", t("leadFigures.col.submitted")),
    count("points", t("leadFigures.col.brought")),
    {
      key: "listed",
      head: t("leadFigures.col.listed"),
      cell: ({ isListed }) => t(`leadFigures.referrers.listed.${isListed ? "yes" : "no"}`),
    },
  ];
  return (
    <FiguresFrame page="referrers" filter={filter} choices={choices} mayWork={mayWork}>
      <Section id="referrers" title={t("leadFigures.referrers.title")}>
        <p className="mb-4 max-w-prose text-[0.9375rem] leading-snug text-ink-soft">
          {t("leadFigures.referrers.formula", { most })}
        </p>
        {referrers.length === 0 ? (
          <EmptyState drawing={<RoadAheadDrawing />}>{t("leadFigures.none")}</EmptyState>
        ) : (
          <Table
            caption={t("leadFigures.table", { title: t("leadFigures.referrers.title") })}
            columns={columns}
            rows={referrers}
            rowKey={({ personId }) => personId}
          />
        )}
      </Section>
    </FiguresFrame>
  );
}

function Name({ name, memberNumber }: Pick<TopReferrer, "name" | "memberNumber">) {
  if (!memberNumber) return <bdi>{name}</bdi>;
  return (
    <Link to={`/admin/members/${memberNumber}`}>
      <bdi>{name}</bdi> <span className="whitespace-nowrap">{memberNumber}</span>
    </Link>
  );
}
