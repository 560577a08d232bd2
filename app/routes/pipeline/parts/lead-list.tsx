import { Link } from "@remix-run/react";
import type { ListedLead } from "#app/modules/pipeline/load-lead-board.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { FriendName } from "./friend-name.tsx";
import { LeadBadge } from "./lead-badge.tsx";
import { LeadClock } from "./lead-clock.tsx";

interface LeadListProps {
  leads: ListedLead[];
  now: Date | string;
  /** Those that ended have nothing to do next. */
  ended: boolean;
}

/** Leads of one page of the list: who, what is next, where it stands, whose it is. */
export function LeadList({ leads, now, ended }: LeadListProps) {
  const t = useT();
  const none = (words: string) => <span className="whitespace-nowrap text-ink-soft">{words}</span>;
  const next: Column<ListedLead> = {
    key: "next",
    head: t("pipeline.col.next"),
    cell: (lead) => <LeadClock lead={lead} now={now} />,
  };
  const columns: Column<ListedLead>[] = [
    {
      key: "friend",
      head: t("pipeline.col.friend"),
      cell: (lead) => (
        <span className="break-words">
          <Link to={`/admin/leads/${lead.id}`}>
            <FriendName name={lead.friendName} />
          </Link>
        </span>
      ),
    },
    ...(ended ? [] : [next]),
    {
      key: "stage",
      head: t("pipeline.col.stage"),
      cell: (lead) => <LeadBadge lead={lead} />,
    },
    {
      key: "model",
      head: t("pipeline.col.model"),
      cell: ({ model }) =>
        model ? <span className="break-words">{model}</span> : none(t("pipeline.model.open")),
    },
    {
      key: "consultant",
      head: t("pipeline.col.consultant"),
      cell: ({ consultant }) =>
        consultant ? (
          <bdi className="whitespace-nowrap">{consultant}</bdi>
        ) : (
          none(t("pipeline.consultant.none"))
        ),
    },
    {
      key: "referrer",
      head: t("pipeline.col.referrer"),
      cell: ({ referrerName }) =>
        referrerName ? <bdi>{referrerName}</bdi> : none(t("pipeline.referrer.gone")),
    },
    {
      key: "store",
      head: t("pipeline.col.store"),
      cell: ({ store }) => (store ? inLanguage(t.locale, store) : none(t("pipeline.store.any"))),
    },
  ];
  return (
    <Table caption={t("pipeline.title")} columns={columns} rows={leads} rowKey={({ id }) => id} />
  );
}
