-- A page of an account's statement, latest first, below p_before: each entry with its balance, what it
-- takes back or was taken back by, the lots it made and the lots it drew from. Lots drawn from name the
-- entry that made them; lots made say what became of them.
-- lots_made:  [{lotId, points, remaining, repaidDebt, availableAt, lapsesAt, grace}]
-- lots_drawn: [{lotId, use, points, lapsesAt, madeBy, madeByKind, madeByMeta}]; restored lots are negative
create or replace function ledger.statement(
  p_account bigint, p_before bigint default null, p_kinds text[] default null, p_limit int default 20
) returns table (
  version bigint, txn_id bigint, kind text, points bigint, balance bigint, value_at timestamptz,
  effective_at timestamptz, created_at timestamptz, status_points bigint, reverses bigint, reversed_by bigint,
  meta jsonb, lots_made jsonb, lots_drawn jsonb
)
language plpgsql stable security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
#variable_conflict use_column
begin
  return query
    with page as (
      (select p.txn_id, p.credit_version as version, p.amount as points, p.credit_balance as balance, p.value_at
        from posting p
        where p.credit = p_account and p.credit_version < coalesce(p_before, 9223372036854775807)
          and (p_kinds is null or exists (select from txn t where t.id = p.txn_id and t.kind = any (p_kinds)))
        order by p.credit_version desc limit p_limit)
      union all
      (select p.txn_id, p.debit_version, -p.amount, p.debit_balance, p.value_at
        from posting p
        where p.debit = p_account and p.debit_version < coalesce(p_before, 9223372036854775807)
          and (p_kinds is null or exists (select from txn t where t.id = p.txn_id and t.kind = any (p_kinds)))
        order by p.debit_version desc limit p_limit)
    )
    select p.version, t.id, t.kind, p.points, p.balance, p.value_at, t.effective_at, t.created_at,
        coalesce((select sum(s.points)::bigint from status_entry s
          where s.account_id = p_account and s.txn_id = t.id
            and s.counts_at = coalesce(o.effective_at, t.effective_at)), 0),
        t.reverses, r.id, t.meta,
        coalesce((
          select jsonb_agg(jsonb_build_object('lotId', l.id, 'points', l.original, 'remaining', l.remaining,
              'repaidDebt', (select coalesce(sum(u.amount), 0) from lot_use u where u.lot_id = l.id and u.kind = 'repay'),
              'availableAt', l.available_at, 'lapsesAt', l.lapses_at, 'grace', l.origin_lot is not null) order by l.id)
            from lot l where l.txn_id = t.id), '[]'),
        coalesce((
          select jsonb_agg(jsonb_build_object('lotId', l.id, 'use', u.kind, 'points', u.amount, 'lapsesAt', l.lapses_at,
              'madeBy', m.id, 'madeByKind', m.kind, 'madeByMeta', m.meta) order by l.lapses_at, l.id)
            from lot_use u join lot l on l.id = u.lot_id join txn m on m.id = l.txn_id
            where u.txn_id = t.id), '[]')
      from (select * from page order by version desc limit p_limit) p
      join txn t on t.id = p.txn_id
      left join txn r on r.reverses = t.id
      left join txn o on o.id = t.reverses
      order by p.version desc;
end $$;
