-- Points set aside before p_until by entries booked before p_booked, and then still: by the month of the last day on
-- which they could be used were they free, as flows() has it; and those that could not be used any more.
create or replace function ledger.held(p_until timestamptz, p_booked timestamptz, p_zone text)
returns table (lapses date, points bigint)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  select date_trunc('month', (l.lapses_at - interval '1 microsecond') at time zone p_zone)::date, sum(hl.amount)::bigint
    from hold h
    join txn t on t.id = h.txn_id
    join hold_lot hl on hl.hold_id = h.txn_id
    join lot l on l.id = hl.lot_id
    where t.effective_at < p_until and t.created_at < p_booked and h.ends_at >= p_until
      and (h.closed_at is null or h.closed_at >= p_until)
    group by 1
$$;
