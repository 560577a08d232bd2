import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { HandKind } from "./hand-act.ts";

export type AdjustmentState = "waiting" | "booked" | "refused" | "withdrawn" | "overtaken";

/** An adjustment with everybody's part in it. */
export type AdjustmentListed = {
  id: number;
  kind: HandKind;
  number: string;
  memberName: string;
  memberPersonId: number;
  points: number;
  /** Of another kind than an adjustment: what it is about, in figures. */
  reason: string;
  state: AdjustmentState;
  needsApproval: boolean;
  askedBy: { id: number; name: string };
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  note: string | null;
  entryId: number | null;
};

export type AdjustmentsWanted = {
  memberId?: number;
  /** Only what this person asked for. */
  askedBy?: number;
  /** Waiting ones come with the oldest first, others with the latest. */
  waiting?: boolean;
  /** Beyond this id, in the list's order. */
  beyond?: number | null;
  limit: number;
};

type Row = {
  id: number;
  kind: HandKind;
  number: string;
  member_name: string;
  member_person_id: number;
  points: number;
  reason: string;
  state: AdjustmentState;
  needs_approval: boolean;
  requested_by: number;
  asker: string;
  requested_at: Date;
  decider: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  entry_id: bigint | null;
};

/** A page of adjustments, by id: they are asked for in that order. */
export async function listAdjustments(
  db: Db,
  wanted: AdjustmentsWanted,
): Promise<{ adjustments: AdjustmentListed[]; beyond: number | null }> {
  const { memberId, askedBy, waiting, beyond, limit } = wanted;
  const conditions = [
    memberId === undefined ? null : Prisma.sql`request.member_id = ${memberId}`,
    askedBy === undefined ? null : Prisma.sql`request.requested_by = ${askedBy}`,
    waiting === undefined
      ? null
      : waiting
        ? Prisma.sql`request.state = 'waiting'`
        : Prisma.sql`request.state <> 'waiting'`,
    beyond == null
      ? null
      : waiting
        ? Prisma.sql`request.id > ${beyond}`
        : Prisma.sql`request.id < ${beyond}`,
  ].filter((condition) => condition !== null);
  const rows = await db.$queryRaw<Row[]>`
    select request.id, request.kind, member.number, owner.name as member_name, owner.id as member_person_id,
      request.points, request.reason, request.state, request.needs_approval, request.requested_by,
      (select name from person where id = request.requested_by) as asker, request.requested_at,
      (select name from person where id = request.decided_by) as decider, request.decided_at,
      request.decision_note, request.entry_id
    from adjustment_request request
    join member on member.id = request.member_id
    join person owner on owner.id = member.person_id
    where ${conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`}
    order by request.id ${waiting ? Prisma.sql`asc` : Prisma.sql`desc`}
    limit ${limit + 1}`;
  const shown = rows.slice(0, limit).map(listed);
  return {
    adjustments: shown,
    beyond: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

const listed = (row: Row): AdjustmentListed => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  memberName: row.member_name,
  memberPersonId: row.member_person_id,
  points: row.points,
  reason: row.reason,
  state: row.state,
  needsApproval: row.needs_approval,
  askedBy: { id: row.requested_by, name: row.asker },
  askedAt: row.requested_at,
  decidedBy: row.decider,
  decidedAt: row.decided_at,
  note: row.decision_note,
  entryId: row.entry_id === null ? null : Number(row.entry_id),
});
