-- A prize that nobody comes for: its piece goes back to its shelf, and the place stays. Whoever comes after all gets one
-- that is free then.
ALTER TABLE "contest_award"
    ADD COLUMN "given_up_at" TIMESTAMPTZ,
    ADD COLUMN "given_up_by" INTEGER,
    ADD COLUMN "given_up_why" TEXT,
    ADD CONSTRAINT "contest_award_given_up" CHECK (
        num_nulls("given_up_at", "given_up_by", "given_up_why") IN (0, 3)
        AND ("given_up_at" IS NULL OR num_nonnulls("handed_over_at", "stock_promise_id") = 0));
