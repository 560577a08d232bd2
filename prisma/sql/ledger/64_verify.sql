-- Checks every promise of the ledger against what is in the tables, all in one snapshot, and answers
--   {ok, entries, sealed, head: {seal, hash}, checks: [{promise, ok, breaches, sample}]}.
-- Note head.hash somewhere else and give it as p_known_head another time: see breaches_of_seals().
create or replace function ledger.verify(p_known_head text default null)
returns jsonb
language sql stable security definer set search_path = ledger, pg_temp set jit = off as $$
  with breach as materialized (
    select * from breaches_of_balances()
    union all select * from breaches_of_lots()
    union all select * from breaches_of_entries()
    union all select * from breaches_of_seals(p_known_head)
  ), promised (place, promise) as (
    values
      (1, 'balance-is-its-entries'), (2, 'balance-is-its-lots-less-debt'), (3, 'each-line-follows-the-one-before'),
      (4, 'versions-have-no-gap'), (5, 'value-dates-never-go-back'), (6, 'only-accounts-have-a-running-balance'),
      (7, 'system-accounts-are-roll-ups'), (8, 'never-below-the-floor'), (9, 'debt-is-what-was-missing-less-repaid'),
      (10, 'held-is-the-sum-of-open-holds'), (11, 'held-points-are-in-their-lots'),
      (12, 'a-hold-is-closed-once-by-its-entry'), (13, 'uses-explain-what-remains'),
      (14, 'points-given-are-points-in-lots'), (15, 'points-taken-came-from-lots'),
      (16, 'spent-between-its-dates-only'), (17, 'nothing-lapses-early'), (18, 'lots-belong-to-their-entry'),
      (19, 'entries-move-what-their-kind-moves'), (20, 'a-reversal-mirrors-its-original'), (21, 'reversed-once'),
      (22, 'booked-once'), (23, 'status-points-go-with-their-award'), (24, 'nothing-hangs-in-the-air'),
      (25, 'the-chain-is-whole'), (26, 'sealed-entries-are-unchanged'), (27, 'the-known-link-is-in-the-chain'),
      (28, 'the-guards-are-on')
  ), checked as (
    select min(p.place) as place, promise, count(b.subject) as breaches,
        coalesce((array_agg(b.subject order by b.subject) filter (where b.subject is not null))[1:5], '{}') as sample
      from promised p full join breach b using (promise) group by promise
  )
  select jsonb_build_object(
    'ok', not exists (select from breach),
    'entries', (select count(*) from txn),
    'sealed', (select coalesce(sum(count), 0) from seal),
    'head', (select jsonb_build_object('seal', id, 'hash', encode(hash, 'hex')) from seal order by id desc limit 1),
    'checks', (select jsonb_agg(jsonb_build_object('promise', promise, 'ok', breaches = 0, 'breaches', breaches,
      'sample', sample) order by place) from checked))
$$;
