-- What was paid for and then given up: cancelled, not collected, come back, or left behind by somebody who left the
-- club. Its money waits for finance, who refund it or say that it stays. The payment itself never changes.
CREATE TABLE "payment_given_up" (
  "payment_id" INTEGER NOT NULL,
  "given_up_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- Whoever of finance has answered that the money stays.
  "seen_by" INTEGER,
  CONSTRAINT "payment_given_up_pkey" PRIMARY KEY ("payment_id"),
  CONSTRAINT "payment_given_up_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id")
);
CREATE INDEX "payment_given_up_unseen" ON "payment_given_up" ("given_up_at") WHERE "seen_by" IS NULL;

-- What somebody took at the counter, for their day's closing list.
CREATE INDEX "payment_recorded" ON "payment" ("recorded_by", "paid_at") WHERE "recorded_by" IS NOT NULL;

-- A hundred pieces of one gift are the most that is taken at once, and what they cost together is an integer.
ALTER TABLE "gift" ADD CONSTRAINT "gift_price_of_a_hundred"
  CHECK ("points" <= 20000000 AND "money_minor" <= 20000000);
