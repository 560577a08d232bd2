-- Gives held points back, once. A lot that lapsed while it was held comes back as a grace lot, as it does
-- when a spend is cancelled: whoever put points down as a deposit does not lose them by turning up.
-- Refuses: hold_captured, hold_released, hold_ended.
create or replace function ledger.release(
  p_scope text, p_key text, p_hold bigint, p_meta jsonb, p_now timestamptz default now(),
  p_grace interval default '30 days'
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array('release', p_hold));
  v_answer ledger.answer;
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
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, 'release', a.id, null, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  update hold set state = 'released', closed_at = p_now, closed_by = v_answer.txn_id where txn_id = p_hold;
  insert into lot (account_id, txn_id, origin_lot, available_at, lapses_at, original, remaining)
    select a.id, v_answer.txn_id, coalesce(l.origin_lot, l.id), p_now, p_now + p_grace, hl.amount, hl.amount
      from hold_lot hl join lot l on l.id = hl.lot_id
      where hl.hold_id = p_hold and l.lapses_at <= p_now
      order by l.id;
  insert into lot_use (txn_id, lot_id, kind, amount)
    select v_answer.txn_id, l.id, 'grace', hl.amount
      from hold_lot hl join lot l on l.id = hl.lot_id
      where hl.hold_id = p_hold and l.lapses_at <= p_now;
  update lot l
    set held = l.held - hl.amount,
        remaining = l.remaining - case when l.lapses_at <= p_now then hl.amount else 0 end
    from hold_lot hl where hl.hold_id = p_hold and l.id = hl.lot_id;
  update account set held = held - v_hold.amount where id = a.id returning * into a;
  v_answer.balance := a.posted;
  if a.debt > 0 then
    perform settle_at(a, p_now);
  end if;
  return v_answer;
end $$;
