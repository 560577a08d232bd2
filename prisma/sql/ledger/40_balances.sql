-- Balances by the clock at p_now, for any number of accounts; nothing has to have been written first.
-- It answers what settle() would leave behind:
--   points are free from the day they become available, or from the end of the hold they were in;
--   free points that had not lapsed by then repay debt first, in that order;
--   the rest is available until it lapses. Points in a running hold are neither.
-- So posted = available + pending + held - debt, always. Status points are those that counted in the
-- p_months months before p_now. next_lapse_* is about available points.
-- One plan, made once, that goes account by account and by index whatever the tables held when it was made.
create or replace function ledger.balances(
  p_accounts bigint[], p_now timestamptz default now(), p_months int default 12
) returns table (
  account_id bigint, available bigint, pending bigint, held bigint, debt bigint, posted bigint,
  next_lapse_at timestamptz, next_lapse_points bigint, status_points bigint, version bigint
)
language plpgsql stable security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
declare
  v_since timestamptz := ((p_now at time zone 'UTC') - make_interval(months => p_months)) at time zone 'UTC';
begin
  return query
    select a.id, f.available, f.pending, h.held, a.debt - f.repaid, f.available + f.pending + h.held - a.debt + f.repaid,
        f.next_lapse_at, f.next_lapse_points, s.points, a.version
      from account a
      cross join lateral (
        with part as (
          select l.id, l.lapses_at, l.available_at as free_at, l.remaining - l.held as points
            from lot l where l.account_id = a.id and l.live and l.remaining > l.held
          union all
          select l.id, l.lapses_at, h.ends_at, hl.amount
            from hold h join hold_lot hl on hl.hold_id = h.txn_id join lot l on l.id = hl.lot_id
            where a.held > 0 and h.account_id = a.id and h.state = 'open' and h.ends_at <= p_now
        ), queued as (
          select *, free_at <= p_now and free_at < lapses_at as repays,
              sum(points) filter (where free_at <= p_now and free_at < lapses_at)
                over (order by free_at, lapses_at, id rows unbounded preceding) as upto
            from part
        ), rest as (
          select *, case when repays then greatest(0, points - greatest(0, a.debt - (upto - points))) else points end as kept
            from queued
        ), dated as (
          select *, free_at <= p_now and lapses_at > p_now as is_available,
              nullif(min(lapses_at) filter (where free_at <= p_now and lapses_at > p_now and kept > 0) over (), 'infinity')
                as next_lapse_at
            from rest
        )
        select coalesce(sum(kept) filter (where is_available), 0)::bigint as available,
            coalesce(sum(points) filter (where free_at > p_now), 0)::bigint as pending,
            coalesce(sum(points - kept), 0)::bigint as repaid,
            min(next_lapse_at) as next_lapse_at,
            (sum(kept) filter (where is_available and lapses_at = next_lapse_at))::bigint as next_lapse_points
          from dated
      ) f
      cross join lateral (
        select coalesce(sum(h.amount), 0)::bigint as held from hold h
          where a.held > 0 and h.account_id = a.id and h.state = 'open' and h.ends_at > p_now
      ) h
      cross join lateral (
        select coalesce(sum(s.points), 0)::bigint as points from status_entry s
          where s.account_id = a.id and s.counts_at > v_since and s.counts_at <= p_now
      ) s
      where a.id = any (p_accounts) and a.floor is not null;
end $$;
