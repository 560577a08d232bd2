-- Takes points out of an account: a spend or an adjustment downwards. The check and the draw read the
-- same lots under the same lock, so nothing is spendable that cannot be drawn.
-- Refuses as 'insufficient', never clamps; the answer then says what was available.
create or replace function ledger.draw(
  p_kind text, p_scope text, p_key text, p_account bigint, p_amount bigint, p_sink text,
  p_meta jsonb, p_now timestamptz
) returns ledger.answer
language plpgsql as $$
declare
  v_hash bytea := request_hash(jsonb_build_array(p_kind, p_account, p_amount, p_sink));
  v_answer ledger.answer;
  v_system bigint := system_account(p_sink);
  v_chosen record;
  a ledger.account;
begin
  if p_amount is null or p_amount <= 0 then
    raise exception 'points to take must be more than 0, not %', p_amount using errcode = '22023';
  end if;
  a := settle(p_account, p_now);
  v_answer := replayed(p_scope, p_key, v_hash);
  if v_answer.outcome is not null then
    return v_answer;
  end if;
  -- Settling let available points repay debt, so where there is debt there is nothing to choose.
  select * into v_chosen from choose_lots(a.id, p_amount, p_now);
  v_answer.available := v_chosen.found;
  if v_answer.available < p_amount then
    v_answer.outcome := 'insufficient';
    return v_answer;
  end if;
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, p_kind, a.id, null, p_now, p_meta);
  perform draw_lots(v_answer.txn_id, 'spend', v_chosen.lots, v_chosen.shares);
  a := post(v_answer.txn_id, a.id, v_system, -p_amount, 0, 0, p_now, p_now);
  v_answer.outcome := 'ok';
  v_answer.balance := a.posted;
  v_answer.available := v_answer.available - p_amount;
  return v_answer;
end $$;
