import { Form } from "@remix-run/react";
import type { ListedStewardLink } from "#app/modules/attendance/steward-links.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** Who has a link for the day, and how much each has marked. */
export function StewardTable({ links }: { links: readonly ListedStewardLink[] }) {
  const { t, locale, timeZone } = useWords();
  const moment = (instant: Date) => formatMoment(instant, locale, timeZone);
  if (links.length === 0) {
    return <EmptyState drawing={<KeyRingDrawing />}>{t("attendance.stewards.none")}</EmptyState>;
  }
  const columns: Column<ListedStewardLink>[] = [
    { key: "name", head: t("attendance.stewards.name"), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: "role",
      head: t("attendance.stewards.role"),
      cell: ({ role }) => t(`attendance.stewards.role.${role}`),
    },
    { key: "gate", head: t("attendance.stewards.gate"), cell: ({ gate }) => <bdi>{gate}</bdi> },
    {
      key: "made",
      head: t("attendance.stewards.madeAt"),
      cell: ({ createdAt }) => moment(createdAt),
    },
    {
      key: "marks",
      head: t("attendance.stewards.marks"),
      number: true,
      cell: ({ marks }) => marks,
    },
    {
      key: "end",
      head: t("attendance.stewards.state"),
      cell: ({ id, name, revokedAt }) =>
        revokedAt ? (
          <Badge>{t("attendance.stewards.endedAt", { moment: moment(revokedAt) })}</Badge>
        ) : (
          <Form method="post">
            <input type="hidden" name="link" value={id} />
            <Button
              name="intent"
              value="end"
              look="danger"
              aria-label={t("attendance.stewards.endNamed", { name })}
            >
              {t("attendance.stewards.end")}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <Table
      caption={t("attendance.stewards.title")}
      columns={columns}
      rows={links}
      rowKey={({ id }) => id}
    />
  );
}
