-- Entries that do not add up, that are there twice, or that hang in the air. See verify().
create or replace function ledger.breaches_of_entries()
returns table (promise text, subject text)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with made as materialized (
    select txn_id, sum(original) as points from lot group by txn_id
  ), used as materialized (
    select txn_id, sum(amount) filter (where kind = 'restore') as restored,
        sum(amount) filter (where kind = 'grace') as moved,
        sum(amount) filter (where kind in ('spend', 'lapse', 'reverse')) as taken
      from lot_use group by txn_id
  ), entry as materialized (
    select t.id, t.kind, t.account_id, t.reverses, t.effective_at, p.txn_id is not null as moves,
        case when p.credit = t.account_id then p.amount else -p.amount end as points,
        case when p.credit = t.account_id then p.debit else p.credit end as other_side,
        p.debit = t.account_id or p.credit = t.account_id as on_its_account,
        coalesce(m.points, 0) as made, coalesce(u.restored, 0) as restored,
        coalesce(u.moved, 0) as moved, coalesce(u.taken, 0) as taken
      from txn t
      left join posting p on p.txn_id = t.id
      left join made m on m.txn_id = t.id
      left join used u on u.txn_id = t.id
  )
  select 'points-given-are-points-in-lots', 'entry ' || id from entry
    where (points > 0 and (points <> made - restored or taken <> 0))
      or (not moves and made <> moved)
      or (points < 0 and made <> 0)
  union all
  -- What a reversal did not find in lots is debt; see debt-is-what-was-missing-less-repaid.
  select 'points-taken-came-from-lots', 'entry ' || id from entry
    where points < 0 and (restored <> 0 or -points < taken or (kind <> 'reverse' and -points <> taken))
  union all
  select 'entries-move-what-their-kind-moves', 'entry ' || id from entry
    where case
      when kind in ('hold', 'release', 'repay') then moves
      when kind in ('earn', 'opening') then points < 0
      when kind = 'adjust' then not moves
      when kind = 'cancel' then not moves or points < 0
      when kind = 'reverse' then points > 0
      else not moves or points > 0
    end or not on_its_account
  union all
  select 'a-reversal-mirrors-its-original', 'entry ' || r.id
    from entry r
    left join entry o on o.id = r.reverses
    where (r.kind in ('reverse', 'cancel')) <> (r.reverses is not null)
      or r.reverses is not null and (
        o.account_id is distinct from r.account_id
        or r.moves and o.other_side is distinct from r.other_side
        or r.kind = 'cancel' and (o.kind not in ('spend', 'capture', 'adjust') or r.points is distinct from -o.points)
        -- Less than the award when some of it had lapsed.
        or r.kind = 'reverse' and (o.kind not in ('earn', 'opening', 'adjust') or -r.points > o.points))
  union all
  select 'reversed-once', 'entry ' || reverses
    from txn where reverses is not null group by reverses having count(*) > 1
  union all
  select 'booked-once', scope || ' ' || idem_key
    from txn group by scope, idem_key having count(*) > 1
  union all
  select 'status-points-go-with-their-award', 'entry ' || r.id
    from txn r
    join txn o on o.id = r.reverses
    where r.kind = 'reverse' and (
      select coalesce(sum(s.points), 0) from status_entry s
        where s.account_id = r.account_id and s.counts_at = o.effective_at and s.txn_id in (r.id, o.id)) <> 0
  union all
  select 'status-points-go-with-their-award', 'status points of entry ' || s.txn_id
    from status_entry s left join txn t on t.id = s.txn_id where t.account_id is distinct from s.account_id
  union all
  select 'nothing-hangs-in-the-air', 'posting of entry ' || p.txn_id
    from posting p where not exists (select from txn t where t.id = p.txn_id)
  union all
  select 'nothing-hangs-in-the-air', 'use of lot ' || u.lot_id || ' in entry ' || u.txn_id
    from lot_use u left join lot l on l.id = u.lot_id left join txn t on t.id = u.txn_id
    where l.account_id is distinct from t.account_id or l.id is null
  union all
  select 'nothing-hangs-in-the-air', 'hold ' || hl.hold_id
    from hold_lot hl left join hold h on h.txn_id = hl.hold_id left join lot l on l.id = hl.lot_id
    where l.account_id is distinct from h.account_id or l.id is null
  union all
  select 'nothing-hangs-in-the-air', 'hold ' || h.txn_id
    from hold h left join txn t on t.id = h.txn_id
    where t.account_id is distinct from h.account_id or t.kind <> 'hold'
  union all
  select 'nothing-hangs-in-the-air', 'entry ' || t.id
    from txn t left join account a on a.id = t.account_id where a.floor is null
$$;
