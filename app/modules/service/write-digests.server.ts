import { POINTS_BY_ENTRY } from "#app/modules/ledger/entry-sql.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { type LetterProps, writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Visit = LetterProps["points-digest"]["visits"][number];

/** Visits that a letter lists; the rest is a number. */
const LISTED = 5;
const LETTER_BATCH_SIZE = 500;

type Receiver = {
  member_id: number;
  account_id: bigint;
  person_id: number;
  name: string;
  email: string;
  locale: string | null;
  points: bigint;
};

type VisitRow = {
  member_id: number;
  settled_at: Date;
  kind: Visit["kind"];
  plate: string | null;
  points: bigint;
  pending: boolean;
  count: bigint;
  pending_points: bigint;
};

/**
 * Writes one letter to each member to whom an import brought points, or let them use points that had
 * waited, and who has an e-mail, in the transaction that ends the import. Points that were only taken back are no news to be glad of: the
 * statement tells them.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function writeDigests(db: Db, importId: number, now?: Date): Promise<void> {
  const receivers = await db.$queryRaw<Receiver[]>`
    select member.id as member_id, member.account_id, person.id as person_id, person.name, person.email,
      person.locale, brought.points
    from (
      select number, sum(points)::bigint as points
      from (
        select move ->> 0 as number, (move ->> 1)::bigint as points
        from import_row cross join lateral jsonb_array_elements(detail -> 'moves') move
        where import_id = ${importId}
        union all
        select detail ->> 'member', (detail ->> 'freed')::bigint
        from import_row where import_id = ${importId} and detail -> 'freed' is not null
      ) told
      group by number having sum(points) > 0
    ) brought
    join member on member.number = brought.number
    join person on person.id = member.person_id
    where person.email is not null and person.closed_at is null
    order by member.id`;
  for (let at = 0; at < receivers.length; at += LETTER_BATCH_SIZE) {
    await writeSome(db, importId, receivers.slice(at, at + LETTER_BATCH_SIZE), now);
  }
}

async function writeSome(
  db: Db,
  importId: number,
  receivers: Receiver[],
  now?: Date,
): Promise<void> {
  const visits = await loadVisits(
    db,
    importId,
    receivers.map(({ member_id }) => member_id),
  );
  const accounts = receivers.map(({ account_id }) => toPoints(account_id));
  const balances = await loadBalances(db, accounts, now);
  await writeLetters(
    db,
    receivers.flatMap(({ member_id, account_id, person_id, name, email, locale, points }) => {
      const rows = visits.get(member_id);
      const [latest] = rows ?? [];
      if (!rows || !latest) return [];
      return [
        {
          personId: person_id,
          to: email,
          locale,
          template: "points-digest" as const,
          dedupKey: `points-digest:${importId}:${member_id}`,
          props: {
            name,
            visits: rows.map((row) => ({
              settledAt: row.settled_at.toISOString(),
              kind: row.kind,
              plate: row.plate,
              points: toPoints(row.points),
              pending: row.pending,
            })),
            count: toPoints(latest.count),
            points: toPoints(points),
            pending: toPoints(latest.pending_points),
            available: balances.get(toPoints(account_id))?.available ?? 0,
          },
        },
      ];
    }),
  );
}

/** The latest visits of each member that the import brought and that earned, with their number. */
async function loadVisits(
  db: Db,
  importId: number,
  memberIds: number[],
): Promise<Map<number, VisitRow[]>> {
  const rows = await db.$queryRaw<VisitRow[]>`
    select * from (
      select o.member_id, o.settled_at, o.kind, o.plate, award.points,
        o.payer = 'on-account' as pending,
        count(*) over member as count,
        coalesce(sum(award.points) filter (where o.payer = 'on-account') over member, 0)::bigint as pending_points,
        row_number() over (partition by o.member_id order by o.settled_at desc, o.id desc) as place
      from service_order o
      join ${POINTS_BY_ENTRY} award on award.entry_id = o.award_txn_id
      where o.member_id = any(${memberIds}::int[])
        and (select true from service_order_version v
             where v.order_id = o.id and v.import_id = ${importId} limit 1)
      window member as (partition by o.member_id)
    ) visit
    where place <= ${LISTED}
    order by member_id, place`;
  const visits = new Map<number, VisitRow[]>();
  for (const row of rows) {
    const own = visits.get(row.member_id);
    if (own) own.push(row);
    else visits.set(row.member_id, [row]);
  }
  return visits;
}
