-- Whose an order is that was settled before its car's holder came: theirs, if the car was nobody's then.
-- Both columns stay empty on the holdings of the roll, which begin on the day a member joined.
ALTER TABLE "car_holding" ADD COLUMN "history_from" TIMESTAMPTZ,
  ADD COLUMN "earns_from" TIMESTAMPTZ;

-- What a claim said of a car beside what is known of it; the car takes it over when the claim is granted.
ALTER TABLE "car_claim" ADD COLUMN "vin" TEXT,
  ADD COLUMN "plate" TEXT,
  ADD COLUMN "model" TEXT;

ALTER TABLE "car_holding" ADD CONSTRAINT "car_holding_history"
  CHECK (history_from IS NULL OR history_from <= starts_at) NOT VALID;
ALTER TABLE "car_holding" VALIDATE CONSTRAINT "car_holding_history";
