-- Spends points for something: a gift, an event. See draw() for what it promises.
create or replace function ledger.spend(
  p_scope text, p_key text, p_account bigint, p_amount bigint, p_sink text, p_meta jsonb,
  p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  return draw('spend', p_scope, p_key, p_account, p_amount, p_sink, p_meta, p_now);
end $$;
