-- The id of a system account by its name. Raises MQ404 for a name that is none.
create or replace function ledger.system_account(p_owner text)
returns bigint
language plpgsql stable as $$
declare
  v_id bigint;
begin
  select id into v_id from account where owner = p_owner and floor is null;
  if not found then
    raise exception 'no system account %', p_owner using errcode = 'MQ404';
  end if;
  return v_id;
end $$;
