-- By when a friend was promised the first call. What is next is planned anew as work goes on, so whether a promise was
-- kept cannot be read from it afterwards. Of leads that somebody has dealt with already it is not known any more.
ALTER TABLE "lead" ADD COLUMN "call_by" TIMESTAMPTZ;
UPDATE "lead" SET "call_by" = "next_due_at"
WHERE "next_action" = 'first-call' AND "met_at" IS NULL AND "paused_until" IS NULL
  AND NOT EXISTS (SELECT FROM "lead_contact" WHERE "lead_contact"."lead_id" = "lead"."id");
