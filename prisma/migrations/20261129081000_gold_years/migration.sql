-- Years of gold that members pay for: one is owed, paid, and may be taken back with its money. How it was paid, at
-- the counter, online once or as a subscription, is its payment's. See docs/decisions/gold-dues.md.
CREATE TABLE "gold_year" (
  "id" SERIAL NOT NULL,
  "member_id" INTEGER NOT NULL,
  "payment_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  -- What was paid for, both from when it was: the books spread its money over it.
  "begins_at" TIMESTAMPTZ,
  "ends_at" TIMESTAMPTZ,
  -- When it was taken back.
  "ended_at" TIMESTAMPTZ,
  -- The gold that it brought; null once that is gone.
  "tier_period_id" INTEGER,
  "created_by" INTEGER,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "gold_year_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "gold_year_member" FOREIGN KEY ("member_id") REFERENCES "member" ("id"),
  CONSTRAINT "gold_year_payment" FOREIGN KEY ("payment_id") REFERENCES "payment" ("id"),
  CONSTRAINT "gold_year_tier_period" FOREIGN KEY ("tier_period_id") REFERENCES "tier_period" ("id") ON DELETE SET NULL,
  CONSTRAINT "gold_year_state" CHECK (state IN ('owed', 'cancelled', 'paid', 'ended')),
  CONSTRAINT "gold_year_span" CHECK (
    CASE WHEN state IN ('paid', 'ended') THEN begins_at IS NOT NULL AND ends_at IS NOT NULL AND ends_at > begins_at
      ELSE begins_at IS NULL AND ends_at IS NULL AND tier_period_id IS NULL END),
  CONSTRAINT "gold_year_ended" CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX "gold_year_payment_id_key" ON "gold_year" ("payment_id");
CREATE UNIQUE INDEX "gold_year_tier_period_id_key" ON "gold_year" ("tier_period_id");
-- Nobody owes two years at once.
CREATE UNIQUE INDEX "gold_year_owed_once" ON "gold_year" ("member_id") WHERE state = 'owed';
CREATE INDEX "gold_year_member_id_idx" ON "gold_year" ("member_id", "id");
-- The books ask for what was running in a time.
CREATE INDEX "gold_year_ends_at_idx" ON "gold_year" ("ends_at");

-- What was paid for stays what it was; it can only be taken back.
CREATE FUNCTION "gold_year_stays_paid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'gold year % was paid for and stays', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "gold_year_stays_paid" BEFORE UPDATE ON "gold_year" FOR EACH ROW
  WHEN (OLD.begins_at IS NOT NULL AND
    (NEW.member_id, NEW.payment_id, NEW.begins_at, NEW.ends_at)
    IS DISTINCT FROM (OLD.member_id, OLD.payment_id, OLD.begins_at, OLD.ends_at))
  EXECUTE FUNCTION "gold_year_stays_paid"();
