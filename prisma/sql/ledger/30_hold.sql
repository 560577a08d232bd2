-- Sets points aside until p_ends_at, with the lots they are in: they cannot be spent, taken back or
-- lapse while the hold runs. The answer's txn_id is the hold's id. Refuses: insufficient.
create or replace function ledger.hold(
  p_scope text, p_key text, p_account bigint, p_amount bigint, p_ends_at timestamptz, p_meta jsonb,
  p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array('hold', p_account, p_amount));
  v_answer ledger.answer;
  v_chosen record;
  a ledger.account;
begin
  if p_amount is null or p_amount <= 0 then
    raise exception 'points to hold must be more than 0, not %', p_amount using errcode = '22023';
  end if;
  a := settle(p_account, p_now);
  select * into v_chosen from lots_to_spend(a.id, p_amount, p_now);
  if v_chosen.total < p_amount then
    return coalesce(replayed(p_scope, p_key, v_hash), insufficient(v_chosen.total));
  end if;
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, 'hold', a.id, null, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  if p_ends_at <= p_now then
    raise exception 'a hold cannot end before it begins' using errcode = '22023';
  end if;
  insert into hold (txn_id, account_id, amount, ends_at) values (v_answer.txn_id, a.id, p_amount, p_ends_at);
  update lot set held = held + s.points
    from unnest(v_chosen.lots, v_chosen.shares) s (id, points) where lot.id = s.id;
  insert into hold_lot (hold_id, lot_id, amount)
    select v_answer.txn_id, s.id, s.points from unnest(v_chosen.lots, v_chosen.shares) s (id, points);
  update account set held = held + p_amount where id = a.id;
  v_answer.outcome := 'ok';
  v_answer.balance := a.posted;
  return v_answer;
end $$;
