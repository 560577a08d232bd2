-- Adds the transaction row of an entry and answers its id, or NULL if the key is taken: then replayed()
-- has the answer. The caller holds the account's lock.
create or replace function ledger.new_entry(
  p_scope text, p_key text, p_hash bytea, p_kind text, p_account bigint, p_reverses bigint,
  p_effective_at timestamptz, p_meta jsonb
) returns bigint
language plpgsql as $$
declare
  v_id bigint;
begin
  insert into txn (scope, idem_key, req_hash, kind, account_id, reverses, effective_at, meta)
    values (p_scope, p_key, p_hash, p_kind, p_account, p_reverses, p_effective_at, coalesce(p_meta, '{}'))
    on conflict on constraint once do nothing
    returning id into v_id;
  return v_id;
end $$;
