-- Accounts whose balance is not what their entries, lots, debts and holds say. See verify().
create or replace function ledger.breaches_of_balances()
returns table (promise text, subject text)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with bounded as materialized (
    select * from account where floor is not null
  ), line as materialized (
    select credit as account_id, txn_id, amount as points, credit_version as version, credit_balance as balance, value_at
      from posting where credit_version is not null
    union all
    select debit, txn_id, -amount, debit_version, debit_balance, value_at
      from posting where debit_version is not null
  ), followed as (
    select *, lag(balance, 1, 0::bigint) over w as before, lag(value_at) over w as value_before
      from line window w as (partition by account_id order by version)
  ), total as materialized (
    select account_id, sum(points) as points, count(*) as lines, count(distinct version) as versions,
        max(version) as last_version, max(value_at) as value_at
      from line group by account_id
  ), drawn as materialized (
    select l.account_id, sum(u.amount) filter (where u.kind = 'reverse') as reversed,
        sum(u.amount) filter (where u.kind = 'repay') as repaid
      from lot_use u join lot l on l.id = u.lot_id where u.kind in ('reverse', 'repay') group by l.account_id
  )
  select 'balance-is-its-entries', 'account ' || a.id || ': ' || a.posted || ', entries say ' || coalesce(t.points, 0)
    from bounded a left join total t on t.account_id = a.id where a.posted <> coalesce(t.points, 0)
  union all
  select 'versions-have-no-gap', 'account ' || a.id
    from bounded a left join total t on t.account_id = a.id
    where (a.version, a.version, a.version) <> (coalesce(t.lines, 0), coalesce(t.versions, 0), coalesce(t.last_version, 0))
  union all
  select 'each-line-follows-the-one-before', 'entry ' || txn_id || ' of account ' || account_id
    from followed where balance <> before + points
  union all
  select 'value-dates-never-go-back', 'entry ' || txn_id || ' of account ' || account_id
    from followed where value_at < value_before
  union all
  select 'value-dates-never-go-back', 'account ' || a.id
    from bounded a left join total t on t.account_id = a.id where a.value_at <> coalesce(t.value_at, '-infinity')
  union all
  select 'only-accounts-have-a-running-balance', 'entry ' || p.txn_id
    from posting p
    left join account d on d.id = p.debit
    left join account c on c.id = p.credit
    where d.id is null or c.id is null
      or (d.floor is null) <> (p.debit_version is null) or (c.floor is null) <> (p.credit_version is null)
  union all
  select 'never-below-the-floor', 'account ' || id
    from bounded where posted + debt - held < floor or held < 0 or debt < 0
  union all
  select 'system-accounts-are-roll-ups', owner
    from account where floor is null and (posted, held, debt, version) <> (0, 0, 0, 0)
  union all
  select 'balance-is-its-lots-less-debt', 'account ' || a.id
    from bounded a
    left join (select account_id, sum(remaining) as points from lot group by account_id) l on l.account_id = a.id
    where a.posted <> coalesce(l.points, 0) - a.debt
  union all
  select 'debt-is-what-was-missing-less-repaid', 'account ' || a.id
    from bounded a
    left join (
      select p.debit as account_id, sum(p.amount) as points
        from txn t join posting p on p.txn_id = t.id where t.kind = 'reverse' group by p.debit
    ) taken on taken.account_id = a.id
    left join drawn d on d.account_id = a.id
    where a.debt <> coalesce(taken.points, 0) - coalesce(d.reversed, 0) - coalesce(d.repaid, 0)
  union all
  select 'held-is-the-sum-of-open-holds', 'account ' || a.id
    from bounded a
    left join (select account_id, sum(amount) as points from hold where state = 'open' group by account_id) h
      on h.account_id = a.id
    where a.held <> coalesce(h.points, 0)
$$;
