-- Lots and holds that their history does not explain, or that were used outside their dates. See verify().
create or replace function ledger.breaches_of_lots()
returns table (promise text, subject text)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with used as materialized (
    select lot_id, sum(amount) as points from lot_use group by lot_id
  ), kept as materialized (
    select hl.lot_id, sum(hl.amount) as points
      from hold h join hold_lot hl on hl.hold_id = h.txn_id where h.state = 'open' group by hl.lot_id
  )
  select 'uses-explain-what-remains', 'lot ' || l.id
    from lot l left join used u on u.lot_id = l.id
    where l.remaining <> l.original - coalesce(u.points, 0) or l.remaining not between 0 and l.original
  union all
  select 'held-points-are-in-their-lots', 'lot ' || l.id
    from lot l left join kept k on k.lot_id = l.id
    where l.held <> coalesce(k.points, 0) or l.held > l.remaining
  union all
  select 'held-points-are-in-their-lots', 'hold ' || h.txn_id
    from hold h
    left join (select hold_id, sum(amount) as points from hold_lot group by hold_id) hl on hl.hold_id = h.txn_id
    where h.amount <> coalesce(hl.points, 0)
  union all
  -- Captured points were drawn from when they were held; what was held stays good until the hold ends.
  select 'spent-between-its-dates-only', 'lot ' || l.id || ' in entry ' || t.id
    from lot_use u
    join lot l on l.id = u.lot_id
    join txn t on t.id = u.txn_id
    left join hold h on h.closed_by = t.id
    left join txn ht on ht.id = h.txn_id
    where u.kind = 'spend'
      and not (l.available_at <= coalesce(ht.effective_at, t.effective_at)
        and l.lapses_at > coalesce(ht.effective_at, t.effective_at))
  union all
  select 'nothing-lapses-early', 'lot ' || l.id || ' in entry ' || t.id
    from lot_use u join lot l on l.id = u.lot_id join txn t on t.id = u.txn_id
    where u.kind = 'lapse' and t.effective_at < l.lapses_at
  union all
  select 'a-hold-is-closed-once-by-its-entry', 'hold ' || h.txn_id
    from hold h
    left join txn t on t.id = h.closed_by
    where (h.state = 'captured' and t.kind is distinct from 'capture')
      or (h.state = 'released' and t.kind is distinct from 'release')
      or (h.state = 'captured' and exists (
        select from hold_lot hl
          full join (select lot_id, amount from lot_use where txn_id = h.closed_by and kind = 'spend') u
            on u.lot_id = hl.lot_id and hl.hold_id = h.txn_id
          where (hl.hold_id = h.txn_id or hl.hold_id is null) and hl.amount is distinct from u.amount))
  union all
  select 'a-hold-is-closed-once-by-its-entry', 'entry ' || t.id
    from txn t where t.kind in ('capture', 'release')
      and (select count(*) from hold h where h.closed_by = t.id) <> 1
  union all
  select 'lots-belong-to-their-entry', 'lot ' || l.id
    from lot l
    left join txn t on t.id = l.txn_id
    left join lot o on o.id = l.origin_lot
    where t.account_id is distinct from l.account_id
      or (l.origin_lot is not null) <> (t.kind in ('cancel', 'release'))
      or (l.origin_lot is not null and o.account_id is distinct from l.account_id)
$$;
