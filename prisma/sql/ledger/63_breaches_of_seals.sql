-- Links of the chain that are broken, entries changed since they were sealed, and guards that were
-- taken off. p_known_head: the hash of a link noted down earlier, outside this database; whoever
-- rewrites the whole chain cannot make it come out again. See verify().
create or replace function ledger.breaches_of_seals(p_known_head text)
returns table (promise text, subject text)
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with link as materialized (
    select s.*, lag(s.hash, 1, decode(repeat('00', 32), 'hex')) over w as hash_before, row_number() over w as place
      from seal s window w as (order by s.id)
  )
  select 'the-chain-is-whole', 'seal ' || id from link
    where previous <> hash_before or id <> place or hash <> seal_hash(id, entries, count, digest, previous)
  union all
  select 'sealed-entries-are-unchanged', 'seal ' || s.id || ' of entries ' || s.entries::text
    from seal s cross join lateral entries_digest(s.entries) d
    where d.digest <> s.digest or d.count <> s.count
  union all
  select 'the-known-link-is-in-the-chain', 'hash ' || p_known_head
    where p_known_head is not null
      and not exists (select from seal where encode(hash, 'hex') = lower(p_known_head))
  union all
  select 'the-guards-are-on', g.name || ' on ' || g.relation
    from (values
      ('append_only', 'txn'), ('append_only', 'posting'), ('append_only', 'status_entry'), ('append_only', 'lot_use'),
      ('append_only', 'hold_lot'), ('append_only', 'seal'), ('never_removed', 'account'), ('never_removed', 'lot'),
      ('never_removed', 'hold'), ('facts_are_fixed', 'account'), ('facts_are_fixed', 'lot'),
      ('facts_are_fixed', 'hold'), ('closed_once', 'hold')
    ) g (name, relation)
    where not exists (
      select from pg_trigger t
        where t.tgrelid = ('ledger.' || g.relation)::regclass and t.tgname = g.name and t.tgenabled = 'A')
$$;
