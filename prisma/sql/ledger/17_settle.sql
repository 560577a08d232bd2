-- Locks an account and brings it up to the clock, in the order in which things happened: a pending lot
-- that became available in March repaid the debt in March, though its rest lapsed before anyone wrote
-- again. So the outcome does not depend on when, or whether, something ran.
-- Raises MQ404 for an account that does not exist or is a system account.
create or replace function ledger.settle(p_account bigint, p_now timestamptz)
returns ledger.account
language plpgsql as $$
declare
  a ledger.account;
  v_at timestamptz := '-infinity';
  v_next timestamptz;
begin
  select * into a from account where id = p_account and floor is not null for no key update;
  if not found then
    raise exception 'no account %', p_account using errcode = 'MQ404';
  end if;
  loop
    select min(lapses_at) into v_next from lot
      where account_id = a.id and live and lapses_at <= p_now and remaining > held;
    if a.held > 0 then
      v_next := least(v_next, (select min(ends_at) from hold
        where account_id = a.id and state = 'open' and ends_at <= p_now));
    end if;
    if a.debt > 0 then
      v_next := least(v_next, (select min(available_at) from lot
        where account_id = a.id and live and available_at <= p_now and remaining > held));
    end if;
    exit when v_next is null;
    -- What a hold gave back when it ended was not there to lapse or repay any earlier.
    v_at := greatest(v_at, v_next);
    a := settle_at(a, v_at);
  end loop;
  return a;
end $$;
