import { Link } from "@remix-run/react";
import type { FoundMember } from "#app/modules/members/search-members.server.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FOUND } from "#app/site/result-keys.ts";
import { Plate } from "#app/ui/plate.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";
import { KeyHelp } from "./key-help.tsx";

/** Members whom a search may mean. */
export function FoundMembers({ members, more }: { members: FoundMember[]; more: boolean }) {
  const t = useT();
  const columns: Column<FoundMember>[] = [
    {
      key: "name",
      head: t("staff.column.member"),
      cell: ({ name, number }) => (
        <Link to={`/admin/members/${number}`} prefetch="intent" {...FOUND}>
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      key: "number",
      head: t("staff.column.number"),
      cell: ({ number }) => <span className="figure">{number}</span>,
    },
    {
      key: "tier",
      head: t("staff.column.tier"),
      cell: ({ tier }) => <TierMark tier={tier}>{t(`tier.${tier}`)}</TierMark>,
    },
    {
      key: "cars",
      head: t("staff.column.cars"),
      cell: ({ plates }) => (
        <span className="flex flex-wrap gap-1.5">
          {plates.length === 0 && <span className="text-ink-soft">{t("staff.none")}</span>}
          {plates.map((plate) => (
            <Plate key={plate}>{plate}</Plate>
          ))}
        </span>
      ),
    },
    {
      key: "phone",
      head: t("staff.column.phone"),
      cell: ({ phone }) =>
        phone ? groupPhone(phone) : <span className="text-ink-soft">{t("staff.none")}</span>,
    },
  ];
  const count = members.length;
  return (
    <>
      <p role="status" className="mb-3 text-ink-soft">
        {more ? t("staff.search.more", { count }) : t("staff.search.found", { count })}
      </p>
      <Table
        caption={t("staff.search.label")}
        columns={columns}
        rows={members}
        rowKey={(member) => member.number}
      />
      <KeyHelp />
    </>
  );
}
