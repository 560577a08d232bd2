-- Undoes a spend, a capture or an adjustment downwards: the lots it drew get their points back and keep
-- their own dates. A lot that lapsed meanwhile comes back as a grace lot, so that cancelling neither
-- loses points nor makes lapsing ones permanent. Once. Refuses: already_reversed, not_reversible.
create or replace function ledger.cancel_spend(
  p_scope text, p_key text, p_txn bigint, p_meta jsonb, p_now timestamptz default now(),
  p_grace interval default '30 days'
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  v_hash bytea := request_hash(jsonb_build_array('cancel', p_txn));
  v_answer ledger.answer;
  v_spend ledger.txn;
  v_posting ledger.posting;
  a ledger.account;
begin
  select * into v_spend from txn where id = p_txn;
  if not found then
    raise exception 'no entry %', p_txn using errcode = 'MQ404';
  end if;
  a := settle(v_spend.account_id, p_now);
  v_answer := replayed(p_scope, p_key, v_hash);
  if v_answer.outcome is not null then
    return v_answer;
  end if;
  select * into v_posting from posting where txn_id = p_txn;
  if v_spend.kind not in ('spend', 'capture', 'adjust') or v_posting.credit = a.id then
    return refusal('not_reversible', p_txn);
  end if;
  if exists (select from txn where reverses = p_txn) then
    return refusal('already_reversed', (select id from txn where reverses = p_txn));
  end if;

  v_answer.outcome := 'ok';
  v_answer.txn_id := new_entry(p_scope, p_key, v_hash, 'cancel', a.id, p_txn, p_now, p_meta);
  if v_answer.txn_id is null then
    return replayed(p_scope, p_key, v_hash);
  end if;
  with given_back as (
    select l.id, u.amount as points from lot_use u join lot l on l.id = u.lot_id
      where u.txn_id = p_txn and u.kind = 'spend' and l.lapses_at > p_now
  ), lots as (
    update lot set remaining = remaining + given_back.points from given_back where lot.id = given_back.id
  )
  insert into lot_use (txn_id, lot_id, kind, amount)
    select v_answer.txn_id, id, 'restore', -points from given_back;
  insert into lot (account_id, txn_id, origin_lot, available_at, lapses_at, original, remaining)
    select a.id, v_answer.txn_id, coalesce(l.origin_lot, l.id), p_now, p_now + p_grace, u.amount, u.amount
      from lot_use u join lot l on l.id = u.lot_id
      where u.txn_id = p_txn and u.kind = 'spend' and l.lapses_at <= p_now
      order by l.id;
  a := post(v_answer.txn_id, a.id, v_posting.credit, v_posting.amount, 0, 0, p_now, p_now);
  v_answer.balance := a.posted;
  if a.debt > 0 then
    perform settle_at(a, p_now);
  end if;
  return v_answer;
end $$;
