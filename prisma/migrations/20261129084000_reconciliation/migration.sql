-- What Stripe says has moved, day by day of the club, beside what the club has written down; and what differs, with
-- what finance answered. See docs/decisions/reconciliation.md. New tables and a new index: nothing is rewritten.
CREATE TABLE "reconciliation_day" (
  "day" DATE NOT NULL,
  "starts_at" TIMESTAMPTZ NOT NULL,
  "ends_at" TIMESTAMPTZ NOT NULL,
  -- Since when it is to be read; it is read once "read_at" lies after it.
  "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- The last transaction of the page that was read last.
  "cursor" TEXT,
  "listed_at" TIMESTAMPTZ,
  "read_at" TIMESTAMPTZ,
  "failed_at" TIMESTAMPTZ,
  "failure" TEXT,
  CONSTRAINT "reconciliation_day_pkey" PRIMARY KEY ("day"),
  CONSTRAINT "reconciliation_day_length" CHECK (starts_at < ends_at),
  CONSTRAINT "reconciliation_day_failure" CHECK (
    (failed_at IS NULL) = (failure IS NULL) AND failure IN ('away', 'refused'))
);

-- Money that goes from Stripe to the club's bank. What is in it is asked for by itself.
CREATE TABLE "stripe_payout" (
  "id" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "currency" TEXT NOT NULL,
  "amount" BIGINT NOT NULL,
  -- Of one that somebody made by hand Stripe does not say what is in it.
  "automatic" BOOLEAN NOT NULL,
  "cursor" TEXT,
  "listed_at" TIMESTAMPTZ,
  CONSTRAINT "stripe_payout_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "stripe_payout_day" FOREIGN KEY ("day") REFERENCES "reconciliation_day" ("day")
);
CREATE INDEX "stripe_payout_day_idx" ON "stripe_payout" ("day");

-- Movements on the club's balance at Stripe, as Stripe says them. Sums are as Stripe counts them.
CREATE TABLE "stripe_transaction" (
  "id" TEXT NOT NULL,
  -- Null for one of a day that nobody has read, which came along in a payout.
  "day" DATE,
  "created_at" TIMESTAMPTZ NOT NULL,
  "type" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "amount" BIGINT NOT NULL,
  "fee" BIGINT NOT NULL,
  "net" BIGINT NOT NULL,
  -- By what the club knows it: a payment intent, a refund, a dispute.
  "subject" TEXT NOT NULL,
  -- In the currency that was paid in, where the balance has another.
  "subject_currency" TEXT NOT NULL,
  "subject_amount" BIGINT NOT NULL,
  "payout_id" TEXT,
  -- The rest of what Stripe said, without what it says of people.
  "said" JSONB NOT NULL,
  CONSTRAINT "stripe_transaction_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "stripe_transaction_day" FOREIGN KEY ("day") REFERENCES "reconciliation_day" ("day"),
  CONSTRAINT "stripe_transaction_payout" FOREIGN KEY ("payout_id") REFERENCES "stripe_payout" ("id"),
  CONSTRAINT "stripe_transaction_what" CHECK (what IN ('payment', 'refund', 'dispute', 'fee', 'payout', 'other'))
);
CREATE INDEX "stripe_transaction_day_idx" ON "stripe_transaction" ("day", "created_at", "id");
CREATE INDEX "stripe_transaction_subject_idx" ON "stripe_transaction" ("subject");
CREATE INDEX "stripe_transaction_payout_id_idx" ON "stripe_transaction" ("payout_id");

-- Where the two do not agree: one row for each thing, whatever becomes of it.
CREATE TABLE "reconciliation_difference" (
  "id" SERIAL NOT NULL,
  "day" DATE NOT NULL,
  "what" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "payment_id" INTEGER,
  -- In the smallest unit of each currency; null where that side has none.
  "ours_minor" BIGINT,
  "ours_currency" TEXT,
  "stripe_minor" BIGINT,
  "stripe_currency" TEXT,
  "state" TEXT NOT NULL DEFAULT 'open',
  "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- When it was last opened: found, or found to be another.
  "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "solved_at" TIMESTAMPTZ,
  CONSTRAINT "reconciliation_difference_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "reconciliation_difference_day" FOREIGN KEY ("day") REFERENCES "reconciliation_day" ("day"),
  CONSTRAINT "reconciliation_difference_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "reconciliation_difference_what" CHECK (
    what IN ('payment', 'refund', 'dispute', 'fee', 'payout', 'other')),
  CONSTRAINT "reconciliation_difference_kind" CHECK (kind IN ('stripe-only', 'ours-only', 'sum', 'fee', 'payout')),
  CONSTRAINT "reconciliation_difference_state" CHECK (state IN ('open', 'answered', 'solved')),
  CONSTRAINT "reconciliation_difference_solved" CHECK ((state = 'solved') = (solved_at IS NOT NULL))
);
CREATE UNIQUE INDEX "reconciliation_difference_what_subject_key" ON "reconciliation_difference" ("what", "subject");
CREATE INDEX "reconciliation_difference_day_idx" ON "reconciliation_difference" ("day");
CREATE INDEX "reconciliation_difference_open" ON "reconciliation_difference" ("opened_at") WHERE state = 'open';
CREATE INDEX "reconciliation_difference_unsolved" ON "reconciliation_difference" ("day") WHERE state <> 'solved';

-- What a person of finance did about one, with the facts that they saw. History: added, never changed.
CREATE TABLE "reconciliation_answer" (
  "id" SERIAL NOT NULL,
  "difference_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "ours_minor" BIGINT,
  "ours_currency" TEXT,
  "stripe_minor" BIGINT,
  "stripe_currency" TEXT,
  "done" TEXT NOT NULL,
  "answered_by" INTEGER NOT NULL,
  "answered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "reconciliation_answer_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "reconciliation_answer_difference" FOREIGN KEY ("difference_id")
    REFERENCES "reconciliation_difference" ("id"),
  CONSTRAINT "reconciliation_answer_person" FOREIGN KEY ("answered_by") REFERENCES "person" ("id")
);
CREATE INDEX "reconciliation_answer_difference_id_idx" ON "reconciliation_answer" ("difference_id", "id");

-- Of a day, what the club itself has written down.
CREATE INDEX "payment_dispute_changed_at_idx" ON "payment_dispute" ("changed_at");
CREATE INDEX "payment_checkout_returned" ON "payment_checkout" ("expires_at") WHERE state = 'returned';
