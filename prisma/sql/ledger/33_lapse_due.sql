-- Writes the lapse entries that are due, for up to p_limit accounts, and answers for how many it did.
-- Balances do not wait for it; statements show the entries sooner. Accounts someone is just writing to
-- are left to that writer, who settles them anyway.
create or replace function ledger.lapse_due(p_limit int, p_now timestamptz default now())
returns int
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set jit = off as $$
declare
  v_accounts bigint[];
  v_plain bigint[];
  v_system bigint := system_account('system:lapsed');
begin
  select coalesce(array_agg(id), '{}') into v_accounts from (
    select a.id from account a
      where a.id in (
        select l.account_id from lot l where l.live and l.lapses_at <= p_now and l.remaining > l.held
        union
        select h.account_id from hold h where h.state = 'open' and h.ends_at <= p_now
      )
      order by a.id
      limit p_limit
      for no key update skip locked
  ) locked;
  -- Holds and debt make the order of things matter: those accounts go through settle().
  v_plain := array(select id from account where id = any (v_accounts) and held = 0 and debt = 0);
  perform settle(a, p_now) from unnest(v_accounts) a where a <> all (v_plain);

  with gone as materialized (
    select id, account_id, lapses_at, remaining as points from lot
      where account_id = any (v_plain) and live and lapses_at <= p_now
  ), due as (
    select account_id, lapses_at, sum(points)::bigint as points from gone group by account_id, lapses_at
  ), entry as materialized (
    select d.*, nextval('ledger.txn_id_seq') as id,
        a.version + row_number() over w as version,
        a.posted - sum(d.points) over w as balance,
        greatest(a.value_at, d.lapses_at) as value_at
      from due d join account a on a.id = d.account_id
      window w as (partition by d.account_id order by d.lapses_at)
  ), booked as (
    insert into txn (id, scope, idem_key, req_hash, kind, account_id, effective_at)
      overriding system value
      select id, 'lapse', account_id || ':' || version, request_hash(jsonb_build_array('lapse', account_id, points)),
          'lapse', account_id, lapses_at
        from entry
  ), posted as (
    insert into posting (txn_id, debit, credit, amount, debit_version, debit_balance, value_at)
      select id, account_id, v_system, points, version, balance, value_at from entry
  ), used as (
    insert into lot_use (txn_id, lot_id, kind, amount)
      select entry.id, gone.id, 'lapse', gone.points
        from gone join entry on entry.account_id = gone.account_id and entry.lapses_at = gone.lapses_at
  ), emptied as (
    update lot set remaining = lot.remaining - gone.points from gone where lot.id = gone.id
  )
  update account a set posted = last.balance, version = last.version, value_at = last.value_at
    from (select account_id, min(balance) as balance, max(version) as version, max(value_at) as value_at
            from entry group by account_id) last
    where a.id = last.account_id;
  return cardinality(v_accounts);
end $$;
