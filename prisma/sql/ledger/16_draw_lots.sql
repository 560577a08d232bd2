-- Takes points out of lots that were chosen, and notes for which entry.
create or replace function ledger.draw_lots(p_txn bigint, p_kind text, p_lots bigint[], p_shares bigint[])
returns void
language plpgsql as $$
begin
  update lot set remaining = remaining - s.points
    from unnest(p_lots, p_shares) s (id, points) where lot.id = s.id;
  insert into lot_use (txn_id, lot_id, kind, amount)
    select p_txn, s.id, p_kind, s.points from unnest(p_lots, p_shares) s (id, points);
end $$;
