-- Gold by a yearly subscription at Stripe: whom Stripe knows as which customer, what it was asked for before it was
-- asked, and what it says of subscriptions and their invoices. See docs/decisions/gold-subscription.md. New tables and
-- empty columns: nothing is rewritten.
CREATE TABLE "gold_subscriber" (
  "member_id" INTEGER NOT NULL,
  -- Null until Stripe has one, and again once the member has left and Stripe has forgotten them.
  "customer_id" TEXT,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- When Stripe was last asked about them. Whoever writes what Stripe says writes this row.
  "looked_at" TIMESTAMPTZ,
  CONSTRAINT "gold_subscriber_pkey" PRIMARY KEY ("member_id"),
  CONSTRAINT "gold_subscriber_member" FOREIGN KEY ("member_id") REFERENCES "member" ("id")
);
CREATE UNIQUE INDEX "gold_subscriber_customer_id_key" ON "gold_subscriber" ("customer_id");

CREATE TABLE "gold_checkout" (
  "id" SERIAL NOT NULL,
  "member_id" INTEGER NOT NULL,
  -- Which attempt of its member: part of its idempotency key.
  "attempt" SMALLINT NOT NULL,
  -- What it was asked with, so that it can be asked again word by word.
  "params" JSON NOT NULL,
  "inputs_hash" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'asked',
  "session_id" TEXT,
  "url" TEXT,
  "expires_at" TIMESTAMPTZ NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "gold_checkout_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "gold_checkout_subscriber" FOREIGN KEY ("member_id") REFERENCES "gold_subscriber" ("member_id"),
  CONSTRAINT "gold_checkout_state" CHECK (state IN ('asked', 'open', 'complete', 'expired', 'failed')),
  CONSTRAINT "gold_checkout_session" CHECK (session_id IS NOT NULL OR state IN ('asked', 'failed'))
);
CREATE UNIQUE INDEX "gold_checkout_member_id_attempt_key" ON "gold_checkout" ("member_id", "attempt");
CREATE UNIQUE INDEX "gold_checkout_session_id_key" ON "gold_checkout" ("session_id");
-- One open session a member.
CREATE UNIQUE INDEX "gold_checkout_live" ON "gold_checkout" ("member_id") WHERE state IN ('asked', 'open');

CREATE TABLE "gold_subscription" (
  -- Stripe's.
  "id" TEXT NOT NULL,
  "member_id" INTEGER NOT NULL,
  "item_id" TEXT NOT NULL,
  -- As Stripe has it.
  "status" TEXT NOT NULL,
  -- What the next year costs, in the smallest unit of its currency.
  "amount_minor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  -- The item's, which Stripe always has.
  "period_start" TIMESTAMPTZ NOT NULL,
  "period_end" TIMESTAMPTZ NOT NULL,
  "cancel_at_period_end" BOOLEAN NOT NULL,
  -- When it is to end, where somebody has said so.
  "cancel_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL,
  "ended_at" TIMESTAMPTZ,
  -- Found at Stripe beside another that was there first.
  "second" BOOLEAN NOT NULL DEFAULT false,
  -- The end of the period whose renewal its member has been reminded of.
  "reminded_of" TIMESTAMPTZ,
  "looked_at" TIMESTAMPTZ NOT NULL,
  CONSTRAINT "gold_subscription_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "gold_subscription_subscriber" FOREIGN KEY ("member_id") REFERENCES "gold_subscriber" ("member_id"),
  CONSTRAINT "gold_subscription_amount" CHECK (amount_minor >= 0),
  CONSTRAINT "gold_subscription_currency" CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT "gold_subscription_period" CHECK (period_end > period_start)
);
CREATE INDEX "gold_subscription_member_id_idx" ON "gold_subscription" ("member_id");
-- One that lives a member; another is marked as such, and finance is told.
CREATE UNIQUE INDEX "gold_subscription_live" ON "gold_subscription" ("member_id")
  WHERE status NOT IN ('canceled', 'incomplete_expired') AND NOT second;
-- What is renewed next, and is asked after.
CREATE INDEX "gold_subscription_renewal" ON "gold_subscription" ("period_end")
  WHERE status NOT IN ('canceled', 'incomplete_expired');

CREATE TABLE "gold_invoice" (
  -- Stripe's.
  "id" TEXT NOT NULL,
  "subscription_id" TEXT NOT NULL,
  -- As Stripe has it.
  "status" TEXT NOT NULL,
  "total_minor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  -- How often its card was charged in vain, or at last.
  "attempts" INTEGER NOT NULL,
  "next_attempt_at" TIMESTAMPTZ,
  "issued_at" TIMESTAMPTZ NOT NULL,
  -- The payment that it became; null while it is not paid, and of one of nothing.
  "payment_id" INTEGER,
  CONSTRAINT "gold_invoice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "gold_invoice_subscription" FOREIGN KEY ("subscription_id") REFERENCES "gold_subscription" ("id"),
  CONSTRAINT "gold_invoice_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id")
);
CREATE INDEX "gold_invoice_subscription_id_idx" ON "gold_invoice" ("subscription_id");
CREATE UNIQUE INDEX "gold_invoice_payment_id_key" ON "gold_invoice" ("payment_id");

-- What paid an invoice of Stripe's has its intent, as a session's money has: refunds and disputes find it by that.
ALTER TABLE "payment_checkout" ADD COLUMN "invoice_id" TEXT;
CREATE UNIQUE INDEX "payment_checkout_invoice_id_key" ON "payment_checkout" ("invoice_id");
ALTER TABLE "payment_checkout" DROP CONSTRAINT "payment_checkout_session";
ALTER TABLE "payment_checkout" ADD CONSTRAINT "payment_checkout_session" CHECK (
  session_id IS NOT NULL OR invoice_id IS NOT NULL OR state IN ('asked', 'failed'));

-- What somebody of finance has to look after of a payment, found by whatever it is for.
CREATE TABLE "payment_question" (
  "id" SERIAL NOT NULL,
  "payment_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seen_by" INTEGER,
  CONSTRAINT "payment_question_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_question_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "payment_question_kind" CHECK (kind IN ('second-subscription'))
);
CREATE UNIQUE INDEX "payment_question_payment_id_kind_key" ON "payment_question" ("payment_id", "kind");
