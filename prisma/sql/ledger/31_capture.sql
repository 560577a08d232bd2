-- Turns a hold into a spend of the very lots it set aside. Once.
-- Refuses: hold_captured, hold_released, hold_ended.
create or replace function ledger.capture(
  p_scope text, p_key text, p_hold bigint, p_sink text, p_meta jsonb, p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array('capture', p_hold, p_sink));
  v_answer ledger.answer;
  v_system bigint := system_account(p_sink);
  v_hold ledger.hold;
  a ledger.account;
begin
  select * into v_hold from hold where txn_id = p_hold;
  if not found then
    raise exception 'no hold %', p_hold using errcode = 'MQ404';
  end if;
  a := settle(v_hold.account_id, p_now);
  v_answer := replayed(p_scope, p_key, v_hash);
  if v_answer.outcome is not null then
    return v_answer;
  end if;
  -- Read again: settling may have ended it, another request may have closed it before the lock was ours.
  select * into v_hold from hold where txn_id = p_hold;
  if v_hold.state <> 'open' then
    return refusal('hold_' || v_hold.state, v_hold.closed_by);
  end if;
  v_answer.outcome := 'ok';
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, 'capture', a.id, null, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  update hold set state = 'captured', closed_at = p_now, closed_by = v_answer.txn_id where txn_id = p_hold;
  update lot l set remaining = l.remaining - hl.amount, held = l.held - hl.amount
    from hold_lot hl where hl.hold_id = p_hold and l.id = hl.lot_id;
  insert into lot_use (txn_id, lot_id, kind, amount)
    select v_answer.txn_id, lot_id, 'spend', amount from hold_lot where hold_id = p_hold;
  a := post(v_answer.txn_id, a.id, v_system, -v_hold.amount, 0, -v_hold.amount, p_now, p_now);
  v_answer.balance := a.posted;
  return v_answer;
end $$;
