-- Balances by the clock at p_now, for any number of accounts; nothing has to have been written first.
-- It answers what settle() would leave behind:
--   points are free from the day they become available, or from the end of the hold they were in;
--   free points that had not lapsed by then repay debt first, in that order;
--   the rest is available until it lapses. Points in a running hold are neither.
-- So posted = available + pending + held - debt, always. Status points are those that counted in the
-- p_months months before p_now. next_lapse_* is about available points.
create or replace function ledger.balances(
  p_accounts bigint[], p_now timestamptz default now(), p_months int default 12
) returns table (
  account_id bigint, available bigint, pending bigint, held bigint, debt bigint, posted bigint,
  next_lapse_at timestamptz, next_lapse_points bigint, status_points bigint, version bigint
)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with asked as materialized (
    select a.id, a.debt, a.held, a.version from account a where a.id = any (p_accounts) and a.floor is not null
  ), open_hold as materialized (
    select hl.lot_id, hl.amount, h.ends_at
      from asked a
      join hold h on h.account_id = a.id and h.state = 'open'
      join hold_lot hl on hl.hold_id = h.txn_id
      where a.held > 0
  ), part as (
    select a.id, a.debt, l.id as lot_id, l.lapses_at, l.available_at as free_at, l.remaining - l.held as points
      from asked a join lot l on l.account_id = a.id and l.live and l.remaining > l.held
    union all
    select a.id, a.debt, l.id, l.lapses_at, h.ends_at, h.amount
      from open_hold h join lot l on l.id = h.lot_id join asked a on a.id = l.account_id
      where h.ends_at <= p_now
  ), queued as (
    select part.*, free_at <= p_now and free_at < lapses_at as repays,
        sum(points) filter (where free_at <= p_now and free_at < lapses_at)
          over (partition by id order by free_at, lapses_at, lot_id rows unbounded preceding) as upto
      from part
  ), rest as (
    select *, case when repays then greatest(0, points - greatest(0, debt - (upto - points))) else points end as left_over
      from queued
  ), free as (
    select id, sum(left_over) filter (where free_at <= p_now and lapses_at > p_now) as available,
        sum(points) filter (where free_at > p_now) as pending,
        sum(points - left_over) as repaid,
        min(lapses_at) filter (where free_at <= p_now and lapses_at > p_now and left_over > 0) as next_lapse_at
      from rest group by id
  ), kept as (
    select l.account_id as id, sum(h.amount) as held
      from open_hold h join lot l on l.id = h.lot_id where h.ends_at > p_now group by l.account_id
  ), line as (
    select a.id, a.version, coalesce(f.available, 0) as available, coalesce(f.pending, 0) as pending,
        coalesce(k.held, 0) as held, a.debt - coalesce(f.repaid, 0) as debt, f.next_lapse_at
      from asked a left join free f on f.id = a.id left join kept k on k.id = a.id
  )
  select l.id, l.available::bigint, l.pending::bigint, l.held::bigint, l.debt::bigint,
      (l.available + l.pending + l.held - l.debt)::bigint,
      nullif(l.next_lapse_at, 'infinity'),
      (select sum(r.left_over)::bigint from rest r
        where r.id = l.id and r.lapses_at = nullif(l.next_lapse_at, 'infinity') and r.free_at <= p_now),
      (select coalesce(sum(s.points), 0)::bigint from status_entry s
        where s.account_id = l.id and s.counts_at <= p_now
          and s.counts_at > ((p_now at time zone 'UTC') - make_interval(months => p_months)) at time zone 'UTC'),
      l.version
    from line l
$$;
