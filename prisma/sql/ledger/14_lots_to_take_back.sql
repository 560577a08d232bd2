-- Which lots give back p_amount of an award that is reversed: its own, then those available in the order
-- they lapse, then pending ones; never what is held. total less than p_amount is all there is.
create or replace function ledger.lots_to_take_back(
  p_account bigint, p_own bigint[], p_amount bigint, p_now timestamptz,
  out total bigint, out lots bigint[], out shares bigint[]
)
language sql stable as $$
  select coalesce(sum(least(q.free, p_amount - q.ahead)), 0)::bigint,
      array_agg(q.id), array_agg(least(q.free, p_amount - q.ahead)::bigint)
    from (
      select l.id, l.remaining - l.held as free,
          sum(l.remaining - l.held) over (
            order by l.id = any (p_own) desc, l.available_at > p_now, l.lapses_at, l.id rows unbounded preceding
          ) - (l.remaining - l.held) as ahead
        from ledger.lot l
        where l.account_id = p_account and l.live and l.remaining > l.held
    ) q
    where q.ahead < p_amount
$$;
