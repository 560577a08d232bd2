-- Takes back an award: what is left of its own lot first, then other available lots in lapse order,
-- then pending ones, never held points. What is no longer there becomes debt, which the next points repay.
-- Points of the award that lapsed unused are not taken a second time. Its status points go out of the
-- window they counted in. Refuses: already_reversed (naming the entry that did it), not_reversible.
create or replace function ledger.reverse(
  p_scope text, p_key text, p_txn bigint, p_meta jsonb, p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array('reverse', p_txn));
  v_answer ledger.answer;
  v_award ledger.txn;
  v_posting ledger.posting;
  v_own bigint[];
  v_amount bigint;
  v_chosen record;
  a ledger.account;
begin
  select * into v_award from txn where id = p_txn;
  if not found then
    raise exception 'no entry %', p_txn using errcode = 'MQ404';
  end if;
  a := settle(v_award.account_id, p_now);
  v_answer := replayed(p_scope, p_key, v_hash);
  if v_answer.outcome is not null then
    return v_answer;
  end if;
  select * into v_posting from posting where txn_id = p_txn;
  if v_award.kind not in ('earn', 'opening', 'adjust') or v_posting.debit = a.id then
    return refusal('not_reversible', p_txn);
  end if;
  if exists (select from txn where reverses = p_txn) then
    return refusal('already_reversed', (select id from txn where reverses = p_txn));
  end if;

  v_answer.outcome := 'ok';
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, 'reverse', a.id, p_txn, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  insert into status_entry (account_id, txn_id, points, counts_at)
    select account_id, v_answer.txn_id, -points, counts_at from status_entry
      where account_id = a.id and counts_at = v_award.effective_at and txn_id = p_txn;

  v_own := array(select id from lot where txn_id = p_txn);
  v_own := v_own || array(select id from lot where origin_lot = any (v_own));
  v_amount := v_posting.amount - (select coalesce(sum(amount), 0) from lot_use
    where lot_id = any (v_own) and kind = 'lapse');
  if v_amount > 0 then
    select * into v_chosen from lots_to_take_back(a.id, v_own, v_amount, p_now);
    perform draw_lots(v_answer.txn_id, 'reverse', v_chosen.lots, v_chosen.shares);
    a := post(v_answer.txn_id, a.id, v_posting.debit, -v_amount, v_amount - v_chosen.total, 0, p_now, p_now);
  end if;
  v_answer.balance := a.posted;
  return v_answer;
end $$;
