-- Opens an account per owner, or finds the one already open. Any number in one call.
create or replace function ledger.open_accounts(p_owners text[])
returns table (owner text, account_id bigint)
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  insert into account (owner, floor)
    select o, 0 from (select distinct unnest(p_owners) as o) asked
      where not exists (select from account a where a.owner = asked.o)
      order by o
    on conflict on constraint account_owner_key do nothing;
  return query select a.owner::text, a.id from account a where a.owner = any (p_owners) and a.floor is not null;
end $$;
