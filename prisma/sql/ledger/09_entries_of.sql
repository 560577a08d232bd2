-- The entries of a bulk request as rows, numbered from 1 in the order given. An absent date is
-- 'infinity': not known yet. An absent effective date is refused by the tables.
create or replace function ledger.entries_of(p_entries jsonb)
returns table (
  n int, scope text, key text, account bigint, source text, kind text, amount bigint, status bigint,
  available_at timestamptz, lapses_at timestamptz, effective_at timestamptz, meta jsonb
) language sql stable as $$
  select e.n::int, e.scope, e.key, e.account, e.source, e.kind, e.amount, coalesce(e.status, 0),
      coalesce(e."availableAt", 'infinity'), coalesce(e."lapsesAt", 'infinity'), e."effectiveAt", e.meta
    from rows from (
      jsonb_to_recordset(p_entries) as (
        scope text, key text, account bigint, source text, kind text, amount bigint, status bigint,
        "availableAt" timestamptz, "lapsesAt" timestamptz, "effectiveAt" timestamptz, meta jsonb
      )
    ) with ordinality as e (
      scope, key, account, source, kind, amount, status, "availableAt", "lapsesAt", "effectiveAt", meta, n
    )
$$;
