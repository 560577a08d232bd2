-- Corrects a balance by hand: plus makes a lot with its own lapse date, minus draws like a spend and is
-- refused as 'insufficient' beyond what is available.
create or replace function ledger.adjust(
  p_scope text, p_key text, p_account bigint, p_amount bigint, p_lapses_at timestamptz, p_meta jsonb,
  p_now timestamptz default now()
) returns ledger.answer
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  if p_amount > 0 then
    return earn(p_scope, p_key, p_account, 'system:adjustments', 'adjust', p_amount, 0,
      p_now, p_lapses_at, p_now, p_meta, p_now);
  end if;
  return draw('adjust', p_scope, p_key, p_account, -p_amount, 'system:adjustments', p_meta, p_now);
end $$;
