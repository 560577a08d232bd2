-- Moves points between a bounded account, whose lock the caller holds, and a system account. Plus goes
-- to the account, minus leaves it. Answers the account as it is after the posting.
create or replace function ledger.post(
  p_txn bigint, p_account bigint, p_system bigint, p_amount bigint, p_debt bigint, p_held bigint,
  p_effective_at timestamptz, p_now timestamptz
) returns ledger.account
language plpgsql as $$
declare
  a ledger.account;
begin
  -- A date in the future, as a mistyped file may have, would push every later entry behind it.
  update account
    set posted = posted + p_amount, debt = debt + p_debt, held = held + p_held, version = version + 1,
        value_at = greatest(value_at, least(p_effective_at, p_now))
    where id = p_account
    returning * into a;
  if p_amount > 0 then
    insert into posting (txn_id, debit, credit, amount, credit_version, credit_balance, value_at)
      values (p_txn, p_system, p_account, p_amount, a.version, a.posted, a.value_at);
  else
    insert into posting (txn_id, debit, credit, amount, debit_version, debit_balance, value_at)
      values (p_txn, p_account, p_system, -p_amount, a.version, a.posted, a.value_at);
  end if;
  return a;
end $$;
