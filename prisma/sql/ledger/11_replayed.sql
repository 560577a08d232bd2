-- The first answer to a request that was booked before, or NULL if it is new.
-- An entry that moved nothing, such as a hold, has no balance of its own: it answers the present one.
-- Call it under the account's lock. Raises MQ409 when the key was used for another request.
create or replace function ledger.replayed(p_scope text, p_key text, p_hash bytea)
returns ledger.answer
language plpgsql as $$
declare
  v_answer ledger.answer;
  v_hash bytea;
begin
  select t.id, t.req_hash,
      coalesce(case t.account_id when p.debit then p.debit_balance else p.credit_balance end, a.posted)
    into v_answer.txn_id, v_hash, v_answer.balance
    from txn t
    join account a on a.id = t.account_id
    left join posting p on p.txn_id = t.id
    where t.scope = p_scope and t.idem_key = p_key;
  if not found then
    return null;
  end if;
  if v_hash <> p_hash then
    raise exception 'key % of % was used for another request', p_key, p_scope using errcode = 'MQ409';
  end if;
  v_answer.outcome := 'replayed';
  return v_answer;
end $$;
