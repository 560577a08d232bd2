-- The refusal of a request for more points than there are: it says how many there are.
create or replace function ledger.insufficient(p_available bigint)
returns ledger.answer language sql immutable as $$
  select row('insufficient', null, null, p_available)::ledger.answer
$$;
