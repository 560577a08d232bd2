-- A claim about an order that had its points already ends in that entry without anything having been booked.
-- The table is read once for it; it holds what members miss, not what they do.
ALTER TABLE "points_claim" DROP CONSTRAINT "points_claim_state";
ALTER TABLE "points_claim" ADD CONSTRAINT "points_claim_state"
  CHECK (state IN ('open', 'granted', 'on-statement', 'refused', 'withdrawn') AND (state = 'open') = (decided_at IS NULL)
    AND (state IN ('granted', 'on-statement')) = (entry_id IS NOT NULL));
