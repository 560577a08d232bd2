-- Adds up to p_limit entries to the chain, and answers how many; 0 when there is nothing to seal yet.
-- Only what is older than the oldest running transaction: ids are not handed out in the order of
-- commits. Transaction numbers of the future come with a backup restored from another server.
create or replace function ledger.seal(p_limit int default 1000)
returns int
language plpgsql security definer
set search_path = ledger, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  v_sealed int8multirange;
  v_entries int8multirange;
  v_last ledger.seal;
  v_digest bytea;
  v_count bigint;
begin
  -- One chain has one end: whoever comes second waits and then sees the first one's link.
  lock table seal in share row exclusive mode;
  select * into v_last from seal order by id desc limit 1;
  select coalesce(range_agg(entries), '{}') into v_sealed from seal;
  select range_agg(int8range(id, id + 1)) into v_entries from (
    select t.id
      from unnest(int8multirange(int8range(1, null)) - v_sealed) gap
      join txn t on t.id >= lower(gap) and (upper(gap) is null or t.id < upper(gap))
      where t.xid < pg_snapshot_xmin(pg_current_snapshot()) or t.xid >= pg_snapshot_xmax(pg_current_snapshot())
      order by t.id
      limit p_limit
  ) ripe;
  if v_entries is null then
    return 0;
  end if;
  select d.count, d.digest into v_count, v_digest from entries_digest(v_entries) d;
  v_last.id := coalesce(v_last.id, 0) + 1;
  v_last.hash := coalesce(v_last.hash, decode(repeat('00', 32), 'hex'));
  insert into seal (id, entries, count, digest, previous, hash)
    values (v_last.id, v_entries, v_count, v_digest, v_last.hash,
      seal_hash(v_last.id, v_entries, v_count, v_digest, v_last.hash));
  return v_count;
end $$;
