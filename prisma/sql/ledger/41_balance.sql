-- The balance of one account; see balances(). No row for an account that does not exist.
create or replace function ledger.balance(
  p_account bigint, p_now timestamptz default now(), p_months int default 12
) returns table (
  account_id bigint, available bigint, pending bigint, held bigint, debt bigint, posted bigint,
  next_lapse_at timestamptz, next_lapse_points bigint, status_points bigint, version bigint
)
language sql stable security definer set search_path = ledger, pg_temp as $$
  select * from balances(array[p_account], p_now, p_months)
$$;
