import { Link } from "@remix-run/react";
import type { CampaignLine } from "#app/modules/campaigns/load-campaigns.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { type Column, Table } from "#app/ui/table.tsx";
import { daysWords, titleWords } from "./campaign-words.ts";
import { StandingBadge } from "./standing-badge.tsx";

/** The campaigns as an admin goes through them: how each stands, and what it has brought so far. */
export function CampaignsTable({ campaigns }: { campaigns: CampaignLine[] }) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<CampaignLine>[] = [
    {
      key: "title",
      head: t("campaigns.col.title"),
      cell: ({ campaignId, title }) => (
        <Link
          to={`/admin/campaigns/${campaignId}`}
          className="text-accent underline [overflow-wrap:anywhere]"
        >
          {titleWords(t, title)}
        </Link>
      ),
    },
    {
      key: "state",
      head: t("campaigns.col.state"),
      cell: ({ standing }) => <StandingBadge standing={standing} />,
    },
    {
      key: "days",
      head: t("campaigns.col.days"),
      cell: (campaign) => daysWords(t, figures, campaign),
    },
    ...(["named", "points", "gifts"] as const).map((what) => ({
      key: what,
      head: t(`campaigns.col.${what}`),
      number: true,
      cell: (campaign: CampaignLine) => figures.points(campaign[what]),
    })),
  ];
  return (
    <Table
      caption={t("campaigns.admin.title")}
      columns={columns}
      rows={campaigns}
      rowKey={({ campaignId }) => campaignId}
    />
  );
}
