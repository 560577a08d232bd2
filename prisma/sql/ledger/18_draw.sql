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
  -- Settling let available points repay debt, so where there is debt there is nothing to choose.
  select * into v_chosen from lots_to_spend(a.id, p_amount, p_now);
  if v_chosen.total < p_amount then
    return coalesce(replayed(p_scope, p_key, v_hash), insufficient(v_chosen.total));
  end if;
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, p_kind, a.id, null, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  perform draw_lots(v_answer.txn_id, 'spend', v_chosen.lots, v_chosen.shares);
  a := post(v_answer.txn_id, a.id, v_system, -p_amount, 0, 0, p_now, p_now);
  v_answer.outcome := 'ok';
  v_answer.balance := a.posted;
  return v_answer;
end $$;
