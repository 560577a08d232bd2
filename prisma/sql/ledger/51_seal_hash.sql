-- A link of the chain: it covers the link before it, so that none can be changed, added or left out.
create or replace function ledger.seal_hash(
  p_id bigint, p_entries int8multirange, p_count bigint, p_digest bytea, p_previous bytea
) returns bytea language sql immutable as $$
  select sha256(p_previous || p_digest || convert_to(p_id || ' ' || p_entries::text || ' ' || p_count, 'UTF8'))
$$;
