import type { Permission } from "#app/modules/access/permissions.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Things of one kind that wait for an answer. */
export type Queue = {
  open: number;
  /** Of these, past the day by which the club answers. */
  late: number;
  /** When the oldest of them came; null where there are none. */
  oldest: Date | null;
};

/** What waits for somebody, or goes on by itself; null where it is none of the asking roles' work. */
export type Waiting = {
  /** Claims for missing points. */
  claims: Queue | null;
  /** Cars that somebody says are theirs. */
  carClaims: Queue | null;
  /** Adjustments that wait for a second person, without those that the asking person may not approve. */
  approvals: Queue | null;
  imports: {
    /** In line or under way. */
    running: number;
    /** Of the last seven days, the latest one whose report names rejected rows. */
    rejected: { importId: number; fileName: string; rows: number } | null;
  } | null;
  /** Letters of the last seven days that could not be delivered after every attempt. */
  lettersUndelivered: number | null;
};

type Row = {
  claims: Queue;
  carClaims: Queue;
  approvals: Queue;
  running: number;
  rejected: { importId: number; fileName: string; rows: number } | null;
  letters: number;
};

/** A car is confirmed or refused within so many days. */
const CAR_CLAIM_DAYS = 3;

/**
 * Looks over what somebody of the dealership may have to do something about, in one query.
 *
 * @param ask.by the person who asks: an adjustment of their own, or on their account, is not theirs to approve.
 */
export async function loadWaiting(
  db: Db,
  ask: { by: number; may: (permission: Permission) => boolean },
): Promise<Waiting> {
  const [row] = await db.$queryRaw<[Row]>`
    select
      (select jsonb_build_object('open', count(*), 'late', count(*) filter (where due_at < now()),
          'oldest', min(created_at)) from points_claim where state = 'open') as claims,
      (select jsonb_build_object('open', count(*),
          'late', count(*) filter (where created_at < now() - make_interval(days => ${CAR_CLAIM_DAYS}::int)),
          'oldest', min(created_at)) from car_claim where state = 'open') as "carClaims",
      (select jsonb_build_object('open', count(*), 'late', 0, 'oldest', min(requested_at))
        from adjustment_request where state = 'waiting' and requested_by <> ${ask.by}
          and member_id not in (select id from member where person_id = ${ask.by})) as approvals,
      (select count(*)::int from import_run where state in ('waiting', 'running')) as running,
      (select jsonb_build_object('importId', id, 'fileName', file_name,
            'rows', (counts -> 'outcomes' ->> 'rejected')::int)
        from import_run
        where created_at > now() - interval '7 days' and state = 'finished' and not dry_run
          and (counts -> 'outcomes' ->> 'rejected')::int > 0
        order by created_at desc, id desc limit 1) as rejected,
      (select count(*)::int from mail
        where state in ('failed', 'refused') and created_at > now() - interval '7 days') as letters`;
  const { may } = ask;
  return {
    claims: may("claims.decide") ? queue(row.claims) : null,
    carClaims: may("cars.confirm") ? queue(row.carClaims) : null,
    approvals: may("adjustments.approve") ? queue(row.approvals) : null,
    imports: may("imports.run") ? { running: row.running, rejected: row.rejected } : null,
    lettersUndelivered: may("mails.see") ? row.letters : null,
  };
}

/** JSON writes instants as text. */
const queue = (read: Queue): Queue => ({ ...read, oldest: read.oldest && new Date(read.oldest) });
