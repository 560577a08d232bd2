-- What was earned in a time is asked of the club as a whole. Entries are added in the order of their days but for
-- old files, so a summary of each stretch of pages is enough, and costs posting nothing.
CREATE INDEX "txn_effective" ON ledger.txn USING brin (effective_at) WITH (pages_per_range = 32);
