import { Link } from "@remix-run/react";
import type { AdjustmentListed } from "#app/modules/adjustments/list-adjustments.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

const tones: Record<AdjustmentListed["state"], BadgeTone> = {
  waiting: "warn",
  booked: "ok",
  refused: "refusal",
  withdrawn: "plain",
  overtaken: "plain",
};

/** As it comes over the wire: instants as text. */
export type AdjustmentShown = Omit<AdjustmentListed, "askedAt" | "decidedAt"> & {
  askedAt: string | Date;
  decidedAt: string | Date | null;
};

interface AdjustmentsTableProps {
  adjustments: AdjustmentShown[];
  caption: string;
  /** The page is about one member, who need not be named in every row. */
  ofOneMember?: boolean;
}

/** Adjustments with who asked, who answered and why. */
export function AdjustmentsTable({ adjustments, caption, ofOneMember }: AdjustmentsTableProps) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  if (adjustments.length === 0) return <p className="text-ink-soft">{t("adjust.none")}</p>;
  const columns: Column<AdjustmentShown>[] = [
    {
      key: "when",
      head: t("adjust.when"),
      cell: ({ askedAt }) => (
        <span className="whitespace-nowrap">{formatMoment(askedAt, locale, timeZone)}</span>
      ),
    },
    ...(ofOneMember
      ? []
      : [
          {
            key: "member",
            head: t("adjust.member"),
            cell: ({ number, memberName }: AdjustmentShown) => (
              <Link to={`/admin/members/${number}`} className="text-accent underline">
                <bdi>{memberName}</bdi> <span className="figure">{number}</span>
              </Link>
            ),
          },
        ]),
    {
      key: "points",
      head: t("adjust.points"),
      number: true,
      cell: ({ points }) => figures.change(points),
    },
    {
      key: "why",
      head: t("adjust.reason"),
      cell: ({ kind, reason }) => (
        <>
          {kind !== "adjustment" && <span className="block">{t(`adjust.kind.${kind}`)}</span>}
          <bdi>{reason}</bdi>
        </>
      ),
    },
    { key: "asker", head: t("adjust.askedBy"), cell: ({ askedBy }) => <bdi>{askedBy.name}</bdi> },
    {
      key: "state",
      head: t("adjust.state"),
      cell: ({ state, decidedBy, note }) => (
        <>
          <Badge tone={tones[state]}>{t(`adjust.state.${state}`)}</Badge>
          {decidedBy && state !== "withdrawn" && (
            <bdi className="block text-ink-soft">{decidedBy}</bdi>
          )}
          {note && <bdi className="block text-ink-soft">{note}</bdi>}
        </>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={adjustments} rowKey={({ id }) => id} />;
}
