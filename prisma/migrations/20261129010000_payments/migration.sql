-- Money that members owe the club, and what of it went back. What was taken is history: a payment that was made
-- is refunded by further rows and never unmade. See docs/decisions/payments.md.
CREATE TABLE "payment" (
  "id" SERIAL NOT NULL,
  "purpose" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "member_id" INTEGER NOT NULL,
  "title_en" TEXT NOT NULL,
  "title_zh" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'open',
  "due_until" TIMESTAMPTZ,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "cancelled_at" TIMESTAMPTZ,
  "paid_at" TIMESTAMPTZ,
  "method" TEXT,
  "counter_receipt" TEXT,
  "receipt_year" SMALLINT,
  "receipt_number" INTEGER,
  "recorded_by" INTEGER,
  "store_id" INTEGER,
  "request_key" TEXT,
  CONSTRAINT "payment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_member" FOREIGN KEY ("member_id") REFERENCES "member" ("id"),
  CONSTRAINT "payment_recorder" FOREIGN KEY ("recorded_by") REFERENCES "person" ("id"),
  CONSTRAINT "payment_store" FOREIGN KEY ("store_id") REFERENCES "store" ("id"),
  CONSTRAINT "payment_purpose" CHECK (purpose IN ('gift', 'dues', 'event')),
  CONSTRAINT "payment_amount" CHECK (amount_minor > 0),
  CONSTRAINT "payment_currency" CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT "payment_state" CHECK (state IN ('open', 'paid', 'cancelled')),
  CONSTRAINT "payment_method" CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'stripe')),
  CONSTRAINT "payment_cancelled" CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  -- What is paid has all that its receipt says, and nothing else has any of it.
  CONSTRAINT "payment_paid" CHECK (
    CASE WHEN state = 'paid'
      THEN paid_at IS NOT NULL AND method IS NOT NULL AND receipt_year IS NOT NULL AND receipt_number IS NOT NULL
      ELSE paid_at IS NULL AND method IS NULL AND receipt_year IS NULL AND receipt_number IS NULL
        AND counter_receipt IS NULL AND recorded_by IS NULL AND store_id IS NULL AND request_key IS NULL
    END),
  -- What was taken at a counter names who took it, where, and under which number of the counter's own.
  CONSTRAINT "payment_at_counter" CHECK (
    state <> 'paid' OR (method <> 'stripe') =
      (counter_receipt IS NOT NULL AND recorded_by IS NOT NULL AND store_id IS NOT NULL AND request_key IS NOT NULL))
);
CREATE UNIQUE INDEX "payment_request_key_key" ON "payment" ("request_key");
CREATE UNIQUE INDEX "payment_receipt_year_receipt_number_key" ON "payment" ("receipt_year", "receipt_number");
-- One thing is owed once at a time.
CREATE UNIQUE INDEX "payment_owed_once" ON "payment" ("purpose", "reference") WHERE state = 'open';
CREATE INDEX "payment_member_id_idx" ON "payment" ("member_id", "id");
-- The desk's list goes by the day on which something was paid, or else asked for.
CREATE INDEX "payment_day" ON "payment" ((coalesce(paid_at, created_at)), "id");
CREATE INDEX "payment_paid_at_idx" ON "payment" ("paid_at") WHERE paid_at IS NOT NULL;

CREATE TABLE "payment_refund" (
  "id" SERIAL NOT NULL,
  "payment_id" INTEGER NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  -- Null once the member it is about has left.
  "reason" TEXT,
  "method" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "counter_receipt" TEXT,
  "store_id" INTEGER,
  "requested_by" INTEGER,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "settled_at" TIMESTAMPTZ,
  "request_key" TEXT NOT NULL,
  CONSTRAINT "payment_refund_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_refund_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "payment_refund_requester" FOREIGN KEY ("requested_by") REFERENCES "person" ("id"),
  CONSTRAINT "payment_refund_store" FOREIGN KEY ("store_id") REFERENCES "store" ("id"),
  CONSTRAINT "payment_refund_amount" CHECK (amount_minor > 0),
  CONSTRAINT "payment_refund_method" CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'stripe')),
  CONSTRAINT "payment_refund_state" CHECK (state IN ('pending', 'succeeded', 'failed', 'cancelled')),
  CONSTRAINT "payment_refund_settled" CHECK ((state = 'pending') = (settled_at IS NULL)),
  -- Money over the counter is gone at once, with a number of the counter's own.
  CONSTRAINT "payment_refund_at_counter" CHECK (
    method = 'stripe' AND counter_receipt IS NULL AND store_id IS NULL
    OR method <> 'stripe' AND state = 'succeeded' AND counter_receipt IS NOT NULL AND store_id IS NOT NULL
      AND requested_by IS NOT NULL)
);
CREATE UNIQUE INDEX "payment_refund_request_key_key" ON "payment_refund" ("request_key");
CREATE INDEX "payment_refund_payment_id_idx" ON "payment_refund" ("payment_id");
CREATE INDEX "payment_refund_settled_at_idx" ON "payment_refund" ("settled_at");

-- Whoever refunds holds the payment; this is what keeps the sum right where somebody forgets to.
CREATE FUNCTION "payment_refund_within"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  paid bigint;
  refunded bigint;
BEGIN
  SELECT amount_minor INTO paid FROM payment WHERE id = NEW.payment_id AND state = 'paid' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'payment % is not paid', NEW.payment_id USING ERRCODE = 'check_violation'; END IF;
  SELECT coalesce(sum(amount_minor), 0) INTO refunded FROM payment_refund
    WHERE payment_id = NEW.payment_id AND id <> NEW.id AND state IN ('pending', 'succeeded');
  IF refunded + NEW.amount_minor > paid THEN
    RAISE EXCEPTION 'refunds of payment % are more than was paid', NEW.payment_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payment_refund_within" BEFORE INSERT OR UPDATE OF "amount_minor", "state", "payment_id"
  ON "payment_refund" FOR EACH ROW WHEN (NEW.state IN ('pending', 'succeeded'))
  EXECUTE FUNCTION "payment_refund_within"();

-- What was paid stays paid, for the same sum, of the same member, under the same number.
CREATE FUNCTION "payment_stays_paid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'payment % was made and stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "payment_stays_paid" BEFORE UPDATE ON "payment" FOR EACH ROW
  WHEN (OLD.state = 'paid' AND
    (NEW.state, NEW.purpose, NEW.reference, NEW.member_id, NEW.amount_minor, NEW.currency, NEW.paid_at, NEW.method,
      NEW.receipt_year, NEW.receipt_number)
    IS DISTINCT FROM
    (OLD.state, OLD.purpose, OLD.reference, OLD.member_id, OLD.amount_minor, OLD.currency, OLD.paid_at, OLD.method,
      OLD.receipt_year, OLD.receipt_number))
  EXECUTE FUNCTION "payment_stays_paid"();
