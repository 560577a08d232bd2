-- A refusal as an answer: its word, and the entry it is about, if any.
create or replace function ledger.refusal(p_outcome text, p_txn bigint default null)
returns ledger.answer language sql immutable as $$
  select row(p_outcome, p_txn, null, null)::ledger.answer
$$;
