-- Gives many awards in one statement, as an import does; what earn() does one by one.
--   p_entries: [{scope, key, account, source, kind, amount, status, availableAt, lapsesAt, effectiveAt, meta}]
--   in the order in which the statement is to show them; several may be for one account.
-- Answers a row per entry (n from 1): 'ok' or 'replayed'. Accounts in debt go one by one through earn(),
-- since each of their entries has to repay before the next.
-- Plans are made for the tables as they are now: one made when they were empty would still be in use,
-- reading them from end to end, a hundred thousand rows later.
create or replace function ledger.earn_many(p_entries jsonb, p_now timestamptz default now())
returns table (n int, txn_id bigint, outcome text)
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set jit = off as $$
declare
  v_accounts bigint[];
  v_indebted bigint[];
  r record;
  v_answer ledger.answer;
begin
  select coalesce(array_agg(id), '{}') into v_accounts from (
    select a.id from account a
      where a.floor is not null
        and a.id in (select (e ->> 'account')::bigint from jsonb_array_elements(p_entries) e)
      order by a.id
      for no key update
  ) locked;

  perform settle(a.id, p_now) from account a
    where a.id = any (v_accounts)
      and (a.held > 0 or a.debt > 0 or exists (select from lot l
        where l.account_id = a.id and l.live and l.lapses_at <= p_now and l.remaining > l.held));
  v_indebted := array(select a.id from account a where a.id = any (v_accounts) and a.debt > 0);

  if cardinality(v_indebted) > 0 then
    for r in
      select * from entries_of(p_entries) e where e.account = any (v_indebted) order by e.n
    loop
      v_answer := earn(r.scope, r.key, r.account, r.source, r.kind, r.amount, r.status,
        r.available_at, r.lapses_at, r.effective_at, r.meta, p_now);
      n := r.n;
      txn_id := v_answer.txn_id;
      outcome := v_answer.outcome;
      return next;
    end loop;
  end if;

  for r in
    with entry as materialized (
      select e.*, s.id as system_id, old.id as old_id, old.req_hash as old_hash,
          request_hash(jsonb_build_array(e.kind, e.account, e.amount, e.source, e.status)) as hash,
          row_number() over (partition by e.scope, e.key order by e.n) = 1 as is_first
        from entries_of(p_entries) e
        left join account s on s.owner = e.source and s.floor is null
        left join txn old on old.scope = e.scope and old.idem_key = e.key
        where e.account <> all (v_indebted)
    ), named as materialized (
      select o.*, case when o.old_id is null and o.is_first then nextval('ledger.txn_id_seq') end as id
        from (select * from entry order by entry.n) o
    ), numbered as materialized (
      select f.id, f.account, f.system_id, f.amount,
          a.version + count(*) filter (where f.amount > 0) over w as version,
          a.posted + sum(f.amount) over w as balance,
          greatest(a.value_at, max(least(f.effective_at, p_now)) filter (where f.amount > 0) over w) as value_at
        from named f join account a on a.id = f.account
        where f.id is not null
        window w as (partition by f.account order by f.n)
    ), booked as (
      insert into txn (id, scope, idem_key, req_hash, kind, account_id, effective_at, meta)
        overriding system value
        select f.id, f.scope, f.key, f.hash, f.kind, f.account, f.effective_at, coalesce(f.meta, '{}')
          from named f where f.id is not null
        on conflict on constraint once do nothing
        returning 1
    ), posted as (
      insert into posting (txn_id, debit, credit, amount, credit_version, credit_balance, value_at)
        select f.id, f.system_id, f.account, f.amount, f.version, f.balance, f.value_at
          from numbered f where f.amount > 0
    ), made as (
      insert into lot (account_id, txn_id, available_at, lapses_at, original, remaining)
        select f.account, f.id, f.available_at, f.lapses_at, f.amount, f.amount
          from named f where f.id is not null and f.amount > 0
    ), counted as (
      insert into status_entry (account_id, txn_id, points, counts_at)
        select f.account, f.id, f.status, f.effective_at from named f where f.id is not null and f.status <> 0
    ), moved as (
      update account a set posted = last.balance, version = last.version, value_at = last.value_at
        from (select f.account, max(f.balance) as balance, max(f.version) as version, max(f.value_at) as value_at
                from numbered f group by f.account) last
        where a.id = last.account
    )
    select e.n, e.scope, e.key, e.account, e.source, e.kind, e.amount, e.status,
        e.account = any (v_accounts) and e.system_id is not null as known,
        case when e.id is null then 'replayed' else 'ok' end as answer,
        coalesce(e.id, e.old_id, first.id) as txn,
        e.hash = case when e.id is not null then e.hash else coalesce(e.old_hash, first.hash) end as same_request,
        (select count(*) from booked) = (select count(f.id) from named f) as all_booked
      from named e
      left join lateral (
        select f.id, f.hash from named f
          where e.id is null and e.old_id is null and f.scope = e.scope and f.key = e.key and f.is_first
      ) first on true
  loop
    if r.known is not true then
      raise exception 'no account % or no system account %', r.account, r.source using errcode = 'MQ404';
    end if;
    if not (r.same_request and r.all_booked) then
      raise exception 'key % of % was used for another request', r.key, r.scope using errcode = 'MQ409';
    end if;
    if r.amount is null or r.amount < 0 or r.amount = 0 and r.status = 0
      or r.kind is null or r.kind not in ('earn', 'opening', 'adjust') then
      raise exception 'nothing to give: % points, % status points, as %', r.amount, r.status, r.kind
        using errcode = '22023';
    end if;
    n := r.n;
    txn_id := r.txn;
    outcome := r.answer;
    return next;
  end loop;
end $$;
