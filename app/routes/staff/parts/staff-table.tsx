import { Link } from "@remix-run/react";
import type { StaffMember } from "#app/modules/staff/load-staff.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

/** Everybody who works here: what each may do, and how well their account is kept. */
export function StaffTable({ people, me }: { people: StaffMember[]; me: number }) {
  const { t, locale, timeZone } = useWords();
  const columns: Column<StaffMember>[] = [
    {
      key: "name",
      head: t("staffList.name"),
      cell: ({ id, name }) => (
        <>
          <Link to={`/admin/staff/${id}`}>{name}</Link>
          {id === me && <span className="font-normal text-ink-soft"> · {t("staffList.you")}</span>}
        </>
      ),
    },
    {
      key: "email",
      head: t("staffList.email"),
      cell: ({ email }) => <span className="[overflow-wrap:anywhere]">{email}</span>,
    },
    {
      key: "roles",
      head: t("staffList.roles"),
      cell: ({ roles }) => (
        <span className="flex flex-wrap gap-1.5">
          {roles.map((role) => (
            <Badge key={role}>{t(`staffRole.${role}.name`)}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: "second",
      head: t("staffList.secondFactor"),
      cell: ({ secondFactor }) => (
        <Badge tone={secondFactor ? "ok" : "warn"}>
          {t(secondFactor ? "staffList.secondFactor.yes" : "staffList.secondFactor.no")}
        </Badge>
      ),
    },
    {
      key: "seen",
      head: t("staffList.seen"),
      cell: ({ seenAt }) =>
        seenAt ? formatMoment(seenAt, locale, timeZone) : t("staffList.seen.never"),
    },
  ];
  return (
    <Table caption={t("staffList.title")} columns={columns} rows={people} rowKey={({ id }) => id} />
  );
}
