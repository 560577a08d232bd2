-- Takes back many awards in one call: [{scope, key, txn, meta}], in the order given. All accounts are
-- locked first, in id order, so that two imports cannot wait for each other.
create or replace function ledger.reverse_many(p_entries jsonb, p_now timestamptz default now())
returns table (n int, txn_id bigint, outcome text)
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set jit = off as $$
begin
  perform from account
    where id in (select t.account_id from txn t
      where t.id in (select (e ->> 'txn')::bigint from jsonb_array_elements(p_entries) e))
    order by id
    for no key update;
  return query
    select e.n::int, r.txn_id, r.outcome
      from rows from (jsonb_to_recordset(p_entries) as (scope text, key text, txn bigint, meta jsonb))
        with ordinality as e (scope, key, txn, meta, n)
      cross join lateral reverse(e.scope, e.key, e.txn, e.meta, p_now) r
      order by e.n;
end $$;
