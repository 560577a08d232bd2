import { Link } from "@remix-run/react";
import type { ListedConsultant } from "#app/modules/pipeline/load-consultants.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface ConsultantsTableProps {
  consultants: ListedConsultant[];
  /** Whether whoever reads this may change how one of them gets leads. */
  mayOpen: (id: number) => boolean;
}

/** Who works leads: whether they take turns, of which store and models, and what they have. */
export function ConsultantsTable({ consultants, mayOpen }: ConsultantsTableProps) {
  const t = useT();
  const figures = useFigures();
  const columns: Column<ListedConsultant>[] = [
    {
      key: "name",
      head: t("pipeline.col.consultant"),
      cell: ({ id, name }) =>
        mayOpen(id) ? (
          <Link to={`/admin/leads/consultants/${id}`}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        ),
    },
    {
      key: "turns",
      head: t("pipeline.consultants.turns"),
      cell: ({ takesTurns, awayThrough }) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <Badge tone={takesTurns ? "ok" : "plain"}>
            {t(takesTurns ? "pipeline.consultants.turns.yes" : "pipeline.consultants.turns.no")}
          </Badge>
          {awayThrough && (
            <Badge tone="warn" wraps>
              {t("pipeline.consultants.away", { day: figures.calendarDay(awayThrough) })}
            </Badge>
          )}
        </span>
      ),
    },
    {
      key: "store",
      head: t("pipeline.col.store"),
      cell: ({ store }) =>
        store ? (
          inLanguage(t.locale, store)
        ) : (
          <span className="text-ink-soft">{t("pipeline.store.any")}</span>
        ),
    },
    {
      key: "models",
      head: t("pipeline.consultants.models"),
      cell: ({ models }) =>
        models.length > 0 ? (
          <span className="break-words">{new Intl.ListFormat(t.locale).format(models)}</span>
        ) : (
          <span className="text-ink-soft">{t("pipeline.consultants.models.all")}</span>
        ),
    },
    { key: "open", head: t("pipeline.consultants.open"), number: true, cell: ({ open }) => open },
    {
      key: "overdue",
      head: t("pipeline.consultants.overdue"),
      number: true,
      cell: ({ overdue }) => overdue,
    },
  ];
  return (
    <Table
      caption={t("pipeline.consultants.title")}
      columns={columns}
      rows={consultants}
      rowKey={({ id }) => id}
    />
  );
}
