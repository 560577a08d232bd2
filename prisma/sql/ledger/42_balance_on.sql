-- What the balance was just before p_at, such as the end of a day: the latest posting valued before it.
-- From the latest posting on, lapses that nobody has written down yet count too; one at p_at itself is after it, as
-- it is once it is written down.
create or replace function ledger.balance_on(p_account bigint, p_at timestamptz)
returns bigint
language plpgsql stable security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
begin
  return (
    select case when a.value_at < p_at then (select b.posted from balances(array[a.id], p_at - interval '1 microsecond') b)
        else coalesce((
          select balance from (
            (select value_at, credit_version as version, credit_balance as balance from posting
              where credit = a.id and credit_version is not null and value_at < p_at
              order by value_at desc, credit_version desc limit 1)
            union all
            (select value_at, debit_version, debit_balance from posting
              where debit = a.id and debit_version is not null and value_at < p_at
              order by value_at desc, debit_version desc limit 1)
          ) latest order by version desc limit 1), 0)
        end
      from account a where a.id = p_account and a.floor is not null
  );
end $$;
