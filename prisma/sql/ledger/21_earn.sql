-- Gives points in one lot with its own dates, and status points that count from p_effective_at.
--   p_kind: earn, opening or adjust; p_source: the system account that gives, such as system:awards.
--   p_amount may be 0 when status points are all there is to give.
--   'infinity' for both dates: pending until a later entry settles it.
-- Debt is repaid at once from what is available. Raises MQ404, MQ409, 22023.
create or replace function ledger.earn(
  p_scope text, p_key text, p_account bigint, p_source text, p_kind text, p_amount bigint, p_status bigint,
  p_available_at timestamptz, p_lapses_at timestamptz, p_effective_at timestamptz, p_meta jsonb,
  p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array(p_kind, p_account, p_amount, p_source, coalesce(p_status, 0)));
  v_system bigint := system_account(p_source);
  v_answer ledger.answer;
  a ledger.account;
begin
  if p_amount is null or p_amount < 0 or p_amount = 0 and coalesce(p_status, 0) = 0
    or p_kind is null or p_kind not in ('earn', 'opening', 'adjust') then
    raise exception 'nothing to give: % points, % status points, as %', p_amount, p_status, p_kind
      using errcode = '22023';
  end if;
  a := settle(p_account, p_now);
  v_answer.outcome := 'ok';
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, p_kind, a.id, null, p_effective_at, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  if p_status <> 0 then
    insert into status_entry (account_id, txn_id, points, counts_at)
      values (a.id, v_answer.txn_id, p_status, p_effective_at);
  end if;
  if p_amount > 0 then
    a := post(v_answer.txn_id, a.id, v_system, p_amount, 0, 0, p_effective_at, p_now);
    insert into lot (account_id, txn_id, available_at, lapses_at, original, remaining)
      values (a.id, v_answer.txn_id, p_available_at, p_lapses_at, p_amount, p_amount);
  end if;
  v_answer.balance := a.posted;
  -- Points booked after their own lapse date lapse here and now, before they could repay anything.
  if a.debt > 0 or p_lapses_at <= p_now then
    perform settle_at(a, p_now);
  end if;
  return v_answer;
end $$;
