-- Payments by Stripe: what the club asked Stripe for, written down before it asks, and what Stripe told it, as it
-- came. See docs/decisions/stripe.md. New tables and empty columns: nothing is rewritten.
CREATE TABLE "payment_checkout" (
  "id" SERIAL NOT NULL,
  "payment_id" INTEGER NOT NULL,
  -- Which attempt of its payment: part of its idempotency key.
  "attempt" SMALLINT NOT NULL,
  -- What it was asked with, so that it can be asked again word by word.
  "params" JSON NOT NULL,
  "inputs_hash" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'asked',
  "session_id" TEXT,
  "url" TEXT,
  "payment_intent" TEXT,
  "expires_at" TIMESTAMPTZ NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "looked_at" TIMESTAMPTZ,
  -- Of money that came and could not be used: how it goes back.
  "return_id" TEXT,
  "return_state" TEXT,
  -- Whoever of finance has answered that it could not go back.
  "seen_by" INTEGER,
  CONSTRAINT "payment_checkout_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_checkout_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "payment_checkout_state" CHECK (
    state IN ('asked', 'open', 'processing', 'paid', 'expired', 'failed', 'returned')),
  CONSTRAINT "payment_checkout_session" CHECK (session_id IS NOT NULL OR state IN ('asked', 'failed')),
  CONSTRAINT "payment_checkout_money" CHECK (state NOT IN ('paid', 'returned') OR payment_intent IS NOT NULL),
  CONSTRAINT "payment_checkout_return" CHECK (
    (state = 'returned') = (return_state IS NOT NULL)
    AND return_state IN ('pending', 'succeeded', 'failed', 'cancelled'))
);
CREATE UNIQUE INDEX "payment_checkout_payment_id_attempt_key" ON "payment_checkout" ("payment_id", "attempt");
CREATE UNIQUE INDEX "payment_checkout_session_id_key" ON "payment_checkout" ("session_id");
CREATE UNIQUE INDEX "payment_checkout_payment_intent_key" ON "payment_checkout" ("payment_intent");
-- One open session a payment, and one that paid it.
CREATE UNIQUE INDEX "payment_checkout_live" ON "payment_checkout" ("payment_id")
  WHERE state IN ('asked', 'open', 'processing');
CREATE UNIQUE INDEX "payment_checkout_paid" ON "payment_checkout" ("payment_id") WHERE state = 'paid';
-- What is asked after where no webhook came.
CREATE INDEX "payment_checkout_unsettled" ON "payment_checkout" ("looked_at")
  WHERE state IN ('asked', 'open', 'processing') OR return_state = 'pending';

ALTER TABLE "payment_refund" ADD COLUMN "stripe_id" TEXT;
ALTER TABLE "payment_refund" ADD COLUMN "looked_at" TIMESTAMPTZ;
-- Whoever of finance has answered one that failed, or that was made in Stripe's own dashboard.
ALTER TABLE "payment_refund" ADD COLUMN "seen_by" INTEGER;
CREATE UNIQUE INDEX "payment_refund_stripe_id_key" ON "payment_refund" ("stripe_id");
CREATE INDEX "payment_refund_pending" ON "payment_refund" ("looked_at") WHERE state = 'pending';

-- Money that somebody's bank has taken back for now.
CREATE TABLE "payment_dispute" (
  "id" TEXT NOT NULL,
  "payment_id" INTEGER NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "reason" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "opened_at" TIMESTAMPTZ NOT NULL,
  "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "payment_dispute_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_dispute_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "payment_dispute_state" CHECK (state IN ('open', 'won', 'lost'))
);
CREATE INDEX "payment_dispute_payment_id_idx" ON "payment_dispute" ("payment_id");

-- Webhooks as they came. What they say is not believed: it names what Stripe is asked about.
CREATE TABLE "stripe_event" (
  "id" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "api_version" TEXT,
  "body" TEXT NOT NULL,
  "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "stripe_event_received_at_idx" ON "stripe_event" ("received_at");
