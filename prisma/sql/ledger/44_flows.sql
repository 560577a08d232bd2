-- What moved points into members' lots and out of them before p_until, by entries booked before p_booked, summed
-- by the month it happened in (p_zone's calendar), by what it was, and by the dates of the lots.
--
-- It answers the same however much later it is asked, as long as p_until is not in the future: entries are only
-- ever added, so a time in which they were booked bounds them, and what the clock does (lapses, holds that end,
-- debt that points repay as they become available) follows from them alone, whether or not it was written down
-- since. Whatever is not an award is dated when it was booked; an award may be dated back, so it is lots that
-- p_booked picks. Its date is the one that its owner's statement shows.
--
--   what: brought-in, earned, given (by hand), redeemed, returned (a redemption cancelled), taken (by hand),
--     reversed, repaid, expired, moved (into a grace lot and out of the lot before it, so nothing in all)
--   cohort: the month in which the points became available, a grace lot's the one of the lot it replaces
--   is_opening: points of a balance that was brought in
--   is_pending: points that do not become available before p_until
--   lapses: the month of the last day on which they can be used
--   is_debt: not of a lot, but of what an account owes: minus what was missing, plus what was repaid
-- Months are their first days, null where a date is not known yet. The sum of all rows is the accounts' balance.
-- Points lapse with the last instant of their last day, so they have expired by that day's end.
--
-- Each part is summed by itself, straight off the tables and by as many processes as the server gives: lots, uses
-- and awards are read once each, from end to end, and nothing is kept of a single lot.
create or replace function ledger.flows(p_until timestamptz, p_booked timestamptz, p_zone text)
returns table (
  month date, what text, cohort date, is_opening boolean, is_pending boolean, lapses date, is_debt boolean, points bigint
) language plpgsql stable security definer
set search_path = ledger, pg_temp set jit = off set work_mem = '64MB' as $$
#variable_conflict use_column
begin
  return query
    with made as (
      select date_trunc('month', coalesce(p.value_at, t.effective_at) at time zone p_zone) as at, t.kind,
          l.available_at, l.lapses_at, sum(l.original) as points
        from lot l join txn t on t.id = l.txn_id left join posting p on p.txn_id = l.txn_id
        where l.origin_lot is null and t.created_at < p_booked and coalesce(p.value_at, t.effective_at) < p_until
        group by 1, 2, 3, 4
    ), used as (
      select date_trunc('month', e.at at time zone p_zone) as at, e.what, e.cohort_at, e.is_opening, e.available_at,
          e.lapses_at, sum(e.points) as points
        from (
          select u.what, u.points, l.available_at, l.lapses_at, coalesce(o.available_at, l.available_at) as cohort_at,
              coalesce(ot.kind, lt.kind) = 'opening' as is_opening,
              case when u.what <> 'expired' then u.effective_at
                else greatest(coalesce(p.value_at, lt.effective_at), case when u.effective_at = l.lapses_at
                  then l.lapses_at - interval '1 microsecond' else u.effective_at end) end as at,
              coalesce(p.value_at, lt.effective_at) as made_at, lt.created_at as booked_at
            from (
              select u.lot_id, t.effective_at, -u.amount as points,
                  case u.kind when 'lapse' then 'expired' when 'repay' then 'repaid' when 'reverse' then 'reversed'
                    when 'grace' then 'moved' when 'spend' then case t.kind when 'adjust' then 'taken' else 'redeemed' end
                    else case when o.kind = 'adjust' then 'taken' else 'returned' end end as what
                from lot_use u join txn t on t.id = u.txn_id left join txn o on o.id = t.reverses and t.kind = 'cancel'
              union all
              -- A grace lot as it is made.
              select l.id, t.effective_at, l.original,
                  case when t.kind = 'release' then 'moved' when o.kind = 'adjust' then 'taken' else 'returned' end
                from lot l join txn t on t.id = l.txn_id left join txn o on o.id = t.reverses
                where l.origin_lot is not null
            ) u
            join lot l on l.id = u.lot_id
            join txn lt on lt.id = l.txn_id
            left join posting p on p.txn_id = l.txn_id
            left join lot o on o.id = l.origin_lot
            left join txn ot on ot.id = o.txn_id
        ) e
        where e.booked_at < p_booked and e.made_at < p_until and e.at < p_until
        group by 1, 2, 3, 4, 5, 6
    ), part as (
      -- What is free to lapse or to repay, and nobody has written down yet; held points from their hold's end on.
      select l.id, l.account_id, l.txn_id, l.origin_lot, l.available_at, l.lapses_at, l.available_at as free_at,
          l.remaining - l.held as points
        from lot l where l.live and l.remaining > l.held
          and (l.lapses_at <= p_until or l.account_id in (select id from account where debt > 0))
      union all
      select l.id, l.account_id, l.txn_id, l.origin_lot, l.available_at, l.lapses_at, h.ends_at, hl.amount
        from hold h join hold_lot hl on hl.hold_id = h.txn_id join lot l on l.id = hl.lot_id
        where h.state = 'open' and h.ends_at < p_until
    ), queued as (
      select part.*, a.debt, coalesce(ot.kind, lt.kind) = 'opening' as is_opening,
          coalesce(o.available_at, part.available_at) as cohort_at,
          greatest(part.free_at, coalesce(p.value_at, lt.effective_at)) as at,
          sum(points) filter (where free_at < p_until and free_at < part.lapses_at)
            over (partition by part.account_id order by free_at, part.lapses_at, part.id rows unbounded preceding) as upto
        from part
        join account a on a.id = part.account_id
        join txn lt on lt.id = part.txn_id
        left join posting p on p.txn_id = part.txn_id
        left join lot o on o.id = part.origin_lot
        left join txn ot on ot.id = o.txn_id
        where lt.created_at < p_booked and coalesce(p.value_at, lt.effective_at) < p_until
    ), due as (
      select *, case when free_at < p_until and free_at < lapses_at
          then least(points, greatest(0, debt - (upto - points))) else 0 end as repays
        from queued
    ), event as (
      select at, case kind when 'opening' then 'brought-in' when 'earn' then 'earned' else 'given' end as what,
          available_at as cohort_at, kind = 'opening' as is_opening, available_at, lapses_at, false as is_debt, points
        from made
      union all
      select at, what, cohort_at, is_opening, available_at, lapses_at, false, points from used
      union all
      select at, what, null, false, '-infinity', null, true, -points from used where what = 'repaid'
      union all
      select greatest(lapses_at - interval '1 microsecond', at) at time zone p_zone, 'expired', cohort_at, is_opening,
          available_at, lapses_at, false, repays - points
        from due where lapses_at <= p_until and points > repays
      union all
      select at at time zone p_zone, 'repaid', cohort_at, is_opening, available_at, lapses_at, false, -repays
        from due where repays > 0
      union all
      select at at time zone p_zone, 'repaid', null, false, '-infinity', null, true, repays from due where repays > 0
      union all
      select t.effective_at at time zone p_zone, 'reversed', null, false, '-infinity', null, true,
          coalesce(u.points, 0) - p.amount
        from txn t
        join posting p on p.txn_id = t.id
        left join lateral (
          select sum(amount) as points from lot_use where txn_id = t.id and lot_use.kind = 'reverse'
        ) u on true
        where t.reverses is not null and t.kind = 'reverse' and t.created_at < p_booked and t.effective_at < p_until
          and p.amount > coalesce(u.points, 0)
    )
    select date_trunc('month', e.at)::date, e.what,
        case when e.cohort_at < 'infinity' then date_trunc('month', e.cohort_at at time zone p_zone)::date end,
        e.is_opening, e.available_at >= p_until,
        case when e.lapses_at < 'infinity'
          then date_trunc('month', (e.lapses_at - interval '1 microsecond') at time zone p_zone)::date end,
        e.is_debt, sum(e.points)::bigint
      from event e
      group by 1, 2, 3, 4, 5, 6, 7
      having sum(e.points) <> 0
      order by 1, 2, 3, 4, 5, 6, 7;
end $$;
