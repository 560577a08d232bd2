-- The application reads the ledger and calls the functions that answer to a business operation. It has
-- no right to write a table, nor to call the inner ones, which would let it write half an entry.
revoke all on all functions in schema ledger from public;

do $$
begin
  if not exists (select from pg_roles where rolname = 'marque_app') then
    return;
  end if;
  grant usage on schema ledger to marque_app;
  grant select on all tables in schema ledger to marque_app;
  grant execute on function
    ledger.open_accounts, ledger.earn, ledger.earn_many, ledger.reverse, ledger.reverse_many,
    ledger.spend, ledger.cancel_spend, ledger.hold, ledger.capture, ledger.release, ledger.adjust,
    ledger.lapse_due, ledger.seal, ledger.verify, ledger.balance, ledger.balances, ledger.balance_on, ledger.statement,
    ledger.flows, ledger.held
    to marque_app;
end $$;
