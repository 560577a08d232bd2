-- Whatever gives points because somebody at the desk says so counts together and can wait for a second person:
-- beside adjustments the orders whose sums were typed, the orders that were given to a member who misses
-- them, and the orders that came with a car. Small and rarely written; its checks are read once.
ALTER TABLE "adjustment_request" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'adjustment';
-- Of another kind than an adjustment: what is done once it is approved.
ALTER TABLE "adjustment_request" ADD COLUMN "details" JSONB;

ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_kind"
  CHECK (kind IN ('adjustment', 'visit', 'claim-entered', 'claim-linked', 'car')
    AND (kind = 'adjustment' OR details IS NOT NULL));

-- 'overtaken': settled otherwise before anybody answered, as by the workshop's own row. The orders of a car are
-- several entries, so such a request names none.
ALTER TABLE "adjustment_request" DROP CONSTRAINT "adjustment_request_state";
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_state"
  CHECK (state IN ('waiting', 'booked', 'refused', 'withdrawn', 'overtaken')
    AND (state = 'booked') = (entry_id IS NOT NULL OR kind = 'car' AND state = 'booked')
    AND (state = 'waiting') = (decided_at IS NULL));

-- What one person gave within a day.
CREATE INDEX "adjustment_request_requested_by_requested_at_idx"
  ON "adjustment_request"("requested_by", "requested_at");
