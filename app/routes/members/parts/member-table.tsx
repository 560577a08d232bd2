import { Link } from "@remix-run/react";
import type { MemberCount } from "#app/modules/members/list-members.server.ts";
import type { MemberLine } from "#app/modules/members/load-member-list.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FOUND } from "#app/site/result-keys.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { TierMark } from "#app/ui/tier-mark.tsx";

interface MemberTableProps {
  members: MemberLine[];
  count: MemberCount;
  /** There is a next page. */
  more: boolean;
}

/** A page of the list of members, and how many there are as far as was counted. */
export function MemberTable({ members, count, more }: MemberTableProps) {
  const t = useT();
  const figures = useFigures();
  const programmeName = useProgrammeName();
  if (members.length === 0 && !more) {
    return <EmptyState drawing={<MagnifierDrawing />}>{t("desk.members.none")}</EmptyState>;
  }
  const soft = (text: string) => <span className="block text-ink-soft">{text}</span>;
  const columns: Column<MemberLine>[] = [
    {
      key: "member",
      head: t("staff.column.member"),
      cell: ({ number, name }) => (
        <>
          <Link to={`/admin/members/${number}`} prefetch="intent" {...FOUND}>
            <bdi>{name}</bdi>
          </Link>
          <span className="figure block font-normal text-ink-soft">{number}</span>
        </>
      ),
    },
    {
      key: "tier",
      head: t("staff.column.tier"),
      cell: ({ tier, goldThrough }) => (
        <>
          <TierMark tier={tier}>{t(`tier.${tier}`)}</TierMark>
          {goldThrough &&
            soft(t("desk.members.through", { day: figures.calendarDay(goldThrough) }))}
        </>
      ),
    },
    {
      key: "programme",
      head: t("desk.filter.programme"),
      cell: ({ programme }) => programmeName(programme),
    },
    {
      key: "joined",
      head: t("desk.members.joined"),
      cell: ({ joinedOn }) => figures.calendarDay(joinedOn),
    },
    {
      key: "cars",
      head: t("staff.column.cars"),
      cell: ({ cars }) => (cars.length === 0 ? soft(t("staff.none")) : cars.join(", ")),
    },
    {
      key: "points",
      head: t("staff.member.available"),
      number: true,
      cell: ({ available, debt }) => (
        <>
          {figures.points(available)}
          {debt > 0 && soft(t("desk.members.debt", { points: figures.points(debt) }))}
        </>
      ),
    },
    {
      key: "lapsing",
      head: t("staff.member.lapsing"),
      number: true,
      cell: ({ lapsing }) =>
        lapsing ? (
          <>
            {figures.points(lapsing.points)}
            {soft(figures.calendarDay(lapsing.through))}
          </>
        ) : (
          soft("–")
        ),
    },
  ];
  const shown = figures.points(count.count);
  return (
    <>
      <p role="status" className="mb-3 text-ink-soft">
        {count.more
          ? t("desk.members.atLeast", { shown })
          : t("desk.members.count", { count: count.count, shown })}
      </p>
      <Table
        caption={t("desk.members")}
        columns={columns}
        rows={members}
        rowKey={(member) => member.number}
      />
      {members.length === 0 && <p className="mt-3">{t("desk.members.further")}</p>}
    </>
  );
}
