-- Which lots of a settled account pay for p_amount: those named in p_first, then what is available and
-- lapses first, then, if p_pending, what is pending. Never what is held.
-- found is all there is to choose from; less than p_amount means that lots and shares fall short.
create or replace function ledger.choose_lots(
  p_account bigint, p_amount bigint, p_now timestamptz, p_first bigint[] default '{}', p_pending boolean default false
) returns table (found bigint, lots bigint[], shares bigint[])
language sql stable as $$
  select coalesce(sum(q.free), 0)::bigint,
      array_agg(q.id) filter (where q.ahead < p_amount),
      array_agg(least(q.free, p_amount - q.ahead)::bigint) filter (where q.ahead < p_amount)
    from (
      select l.id, l.remaining - l.held as free,
          sum(l.remaining - l.held) over (
            order by l.id = any (p_first) desc, l.available_at > p_now, l.lapses_at, l.id rows unbounded preceding
          ) - (l.remaining - l.held) as ahead
        from ledger.lot l
        where l.account_id = p_account and l.live and l.remaining > l.held
          and (l.available_at <= p_now or p_pending or l.id = any (p_first))
    ) q
$$;
