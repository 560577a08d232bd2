-- When somebody of the club had a subscription ended: Stripe is asked by the queue, and says so a moment later. Until
-- then, and when the form is sent again, it is known by this. Of those that were ended before, nobody noted it.
ALTER TABLE "gold_subscription" ADD COLUMN "end_asked_at" TIMESTAMPTZ;
