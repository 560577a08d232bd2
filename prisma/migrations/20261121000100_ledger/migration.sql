-- The points ledger: double entry, append-only, true by the clock. See docs/decisions for why it is shaped so.
--
-- Everything here is written by the functions of prisma/sql/ledger and by nothing else. Foreign keys
-- between the hot tables are left out on purpose: a key to a system account turned every posting into
-- a multixact, and the row-by-row checks of the others halved the speed of an import. In their place
-- only the functions may write, nothing written may change, and ledger.verify() looks for orphans.

create schema ledger;

-- Who has points. A NULL floor marks a system account: unbounded, never locked, never updated, so that
-- a thousand members earning at once do not queue for one row. Its balance is a roll-up of postings.
create table ledger.account (
  id bigint generated always as identity primary key,
  owner text collate "C" not null unique,
  floor bigint,
  posted bigint not null default 0,
  held bigint not null default 0 check (held >= 0),
  debt bigint not null default 0 check (debt >= 0),
  -- Counts the postings of this account: the order of its statement, without gaps.
  version bigint not null default 0,
  -- Value date of its latest posting; a later posting never has an earlier one.
  value_at timestamptz not null default '-infinity',
  -- posted + debt is what the lots hold: debt is points taken back that were no longer there.
  constraint never_below_the_floor check (floor is null or posted + debt - held >= floor)
) with (fillfactor = 50);

create table ledger.txn (
  id bigint generated always as identity primary key,
  scope text collate "C" not null,
  idem_key text collate "C" not null,
  -- SHA-256 of what the request moves; another request under the same key is an error, not a replay.
  req_hash bytea not null,
  kind text collate "C" not null check (kind in
    ('opening', 'earn', 'spend', 'cancel', 'hold', 'capture', 'release', 'reverse', 'lapse', 'repay', 'adjust')),
  account_id bigint not null,
  reverses bigint references ledger.txn (id),
  effective_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  -- Ids are handed out before commit, so id order is not commit order; sealing goes by transaction instead.
  xid xid8 not null default pg_current_xact_id(),
  meta jsonb not null default '{}',
  constraint once unique (scope, idem_key)
);
create unique index txn_reversed_once on ledger.txn (reverses) where reverses is not null;

-- At most one per transaction: what leaves the debit side enters the credit side, so there is nothing
-- to balance afterwards. Version and balance are kept for bounded accounts only.
create table ledger.posting (
  txn_id bigint primary key,
  debit bigint not null,
  credit bigint not null,
  amount bigint not null check (amount > 0),
  debit_version bigint,
  debit_balance bigint,
  credit_version bigint,
  credit_balance bigint,
  value_at timestamptz not null,
  constraint two_sides check (debit <> credit),
  constraint debit_is_complete check ((debit_version is null) = (debit_balance is null)),
  constraint credit_is_complete check ((credit_version is null) = (credit_balance is null))
);
-- A statement page is a range of versions; a balance on a day is one look-up by value date.
create unique index posting_debit_version on ledger.posting (debit, debit_version) where debit_version is not null;
create unique index posting_credit_version on ledger.posting (credit, credit_version) where credit_version is not null;
create index posting_debit_day on ledger.posting (debit, value_at, debit_version) where debit_version is not null;
create index posting_credit_day on ledger.posting (credit, value_at, credit_version) where credit_version is not null;

-- What tiers are judged by. Never spent, never lapsing: a sum over a window of counts_at. A reversal
-- writes minus with the original's counts_at, so it takes the points out of the window they were in.
create table ledger.status_entry (
  account_id bigint not null,
  txn_id bigint not null,
  points bigint not null check (points <> 0),
  counts_at timestamptz not null,
  primary key (account_id, counts_at, txn_id) include (points)
);

-- Points of one award with one pair of dates. Pending until settled = both dates 'infinity'.
create table ledger.lot (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  txn_id bigint not null,
  -- Set on a grace lot: the award's lot whose points came back after it had lapsed.
  origin_lot bigint,
  available_at timestamptz not null,
  lapses_at timestamptz not null,
  original bigint not null check (original > 0),
  remaining bigint not null,
  held bigint not null default 0,
  -- Partial indexes go by this column and not by "remaining > 0": it changes when a lot is used up,
  -- not at every draw, which leaves a partial draw a heap-only update.
  live boolean generated always as (remaining > 0) stored,
  constraint remaining_within_original check (remaining between 0 and original),
  constraint held_within_remaining check (held between 0 and remaining),
  constraint dates_in_order check (available_at < lapses_at or available_at = 'infinity')
) with (fillfactor = 70);
create index lot_in_lapse_order on ledger.lot (account_id, lapses_at, id) where live;
create index lot_of_entry on ledger.lot (txn_id);
create index lot_lapsing on ledger.lot (lapses_at) where live;
create index lot_grace on ledger.lot (origin_lot) where origin_lot is not null;

-- Why a lot holds what it holds: remaining = original - sum(amount). Negative = given back.
create table ledger.lot_use (
  txn_id bigint not null,
  lot_id bigint not null,
  kind text collate "C" not null check (kind in ('spend', 'restore', 'reverse', 'lapse', 'repay', 'grace')),
  amount bigint not null,
  primary key (txn_id, lot_id, kind),
  constraint only_restoring_gives_back check (amount <> 0 and (kind = 'restore') = (amount < 0))
);
create index lot_use_of_lot on ledger.lot_use (lot_id);

-- Points set aside until ends_at. Captured or released once; past its end it no longer counts,
-- whether or not anything has been written since.
create table ledger.hold (
  txn_id bigint primary key,
  account_id bigint not null,
  amount bigint not null check (amount > 0),
  ends_at timestamptz not null,
  state text collate "C" not null default 'open' check (state in ('open', 'captured', 'released', 'ended')),
  closed_at timestamptz,
  closed_by bigint,
  constraint closed_holds_say_when check ((state = 'open') = (closed_at is null)),
  constraint capture_and_release_are_entries check ((state in ('captured', 'released')) = (closed_by is not null))
);
create index hold_open_of_account on ledger.hold (account_id, ends_at) where state = 'open';
create index hold_open_ending on ledger.hold (ends_at) where state = 'open';

create table ledger.hold_lot (
  hold_id bigint not null,
  lot_id bigint not null,
  amount bigint not null check (amount > 0),
  primary key (hold_id, lot_id)
);
create index hold_lot_of_lot on ledger.hold_lot (lot_id);

-- A SHA-256 chain over what was written. Each link names its entries by id, as ranges: ids skipped by
-- a rollback stay outside, and a restored backup needs no renumbering.
create table ledger.seal (
  id bigint primary key,
  entries int8multirange not null,
  count bigint not null check (count > 0),
  digest bytea not null,
  previous bytea not null unique,
  hash bytea not null unique,
  sealed_at timestamptz not null default clock_timestamp()
);

-- Entries are history: added, never changed. A mistake is corrected by a second entry that names the
-- first. Grants do not bind the tables' owner, so the tables themselves refuse; ALWAYS, because a
-- replication role skips ordinary triggers; and TRUNCATE skips row triggers and needs its own.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % on ledger.% is refused', tg_op, tg_table_name
    using errcode = '42501', hint = 'Correct an entry with a second one that reverses it.';
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['txn', 'posting', 'status_entry', 'lot_use', 'hold_lot', 'seal'] loop
    execute format('create trigger append_only before update or delete or truncate on ledger.%I
      for each statement execute function ledger.refuse_change()', t);
    execute format('alter table ledger.%I enable always trigger append_only', t);
  end loop;
  -- These carry a running state; the facts in them are as fixed as any entry.
  foreach t in array array['account', 'lot', 'hold'] loop
    execute format('create trigger never_removed before delete or truncate on ledger.%I
      for each statement execute function ledger.refuse_change()', t);
    execute format('alter table ledger.%I enable always trigger never_removed', t);
  end loop;
end $$;

create trigger facts_are_fixed before update of id, owner on ledger.account
  for each statement execute function ledger.refuse_change();
create trigger facts_are_fixed before update of id, account_id, txn_id, origin_lot, available_at, lapses_at, original
  on ledger.lot for each statement execute function ledger.refuse_change();
create trigger facts_are_fixed before update of txn_id, account_id, amount, ends_at on ledger.hold
  for each statement execute function ledger.refuse_change();
create trigger closed_once before update on ledger.hold
  for each row when (old.state <> 'open') execute function ledger.refuse_change();
alter table ledger.account enable always trigger facts_are_fixed;
alter table ledger.lot enable always trigger facts_are_fixed;
alter table ledger.hold enable always trigger facts_are_fixed;
alter table ledger.hold enable always trigger closed_once;

-- What every writing function answers. A refusal is a row like any other, and nothing has changed.
--   outcome: ok | replayed | insufficient | already_reversed | not_reversible | hold_captured | hold_released | hold_ended
--   balance: the book balance after the entry (also when replayed); available: where the answer turns on it.
create type ledger.answer as (outcome text, txn_id bigint, balance bigint, available bigint);

insert into ledger.account (owner) values
  ('system:awards'), ('system:opening'), ('system:redemptions'), ('system:lapsed'), ('system:adjustments');
