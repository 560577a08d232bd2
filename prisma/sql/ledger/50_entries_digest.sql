-- A fingerprint of entries with all that was written with them: posting, status points, lots made and
-- drawn, holds. What runs on, such as a lot's remaining points, is left out and explained by the rest.
create or replace function ledger.entries_digest(p_entries int8multirange)
returns table (count bigint, digest bytea)
language sql stable security definer
set search_path = ledger, pg_temp set timezone = 'UTC' set jit = off as $$
  with written as (
    select t.id, jsonb_build_array(
        t.id, t.scope, t.idem_key, encode(t.req_hash, 'hex'), t.kind, t.account_id, t.reverses,
        t.effective_at, t.created_at, t.xid::text, t.meta,
        (select jsonb_build_array(p.debit, p.credit, p.amount, p.debit_version, p.debit_balance,
            p.credit_version, p.credit_balance, p.value_at)
          from posting p where p.txn_id = t.id),
        (select jsonb_agg(jsonb_build_array(s.points, s.counts_at) order by s.counts_at)
          from status_entry s where s.account_id = t.account_id and s.txn_id = t.id),
        (select jsonb_agg(jsonb_build_array(l.id, l.account_id, l.origin_lot, l.available_at, l.lapses_at, l.original)
            order by l.id)
          from lot l where l.txn_id = t.id),
        (select jsonb_agg(jsonb_build_array(u.lot_id, u.kind, u.amount) order by u.lot_id, u.kind)
          from lot_use u where u.txn_id = t.id),
        (select jsonb_build_array(h.account_id, h.amount, h.ends_at) from hold h where h.txn_id = t.id),
        (select jsonb_agg(jsonb_build_array(hl.lot_id, hl.amount) order by hl.lot_id)
          from hold_lot hl where hl.hold_id = t.id)
      ) as facts
    from unnest(p_entries) r join txn t on t.id >= lower(r) and t.id < upper(r)
  )
  select count(*), sha256(coalesce(string_agg(sha256(convert_to(facts::text, 'UTF8')), ''::bytea order by id), ''))
    from written
$$;
