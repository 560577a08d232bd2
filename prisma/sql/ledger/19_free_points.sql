-- What a settled account can spend: available and not held. Settling has taken out what lapsed and has
-- let available points repay debt, so with debt left there is nothing here.
create or replace function ledger.free_points(p_account bigint, p_now timestamptz)
returns bigint
language plpgsql as $$
begin
  return (select coalesce(sum(remaining - held), 0) from lot
    where account_id = p_account and live and available_at <= p_now);
end $$;
