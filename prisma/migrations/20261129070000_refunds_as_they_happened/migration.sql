-- What Stripe says of a refund has happened, also where the same money had gone back over the counter before, or was
-- given back in Stripe's own dashboard beside ours. It is kept as it is, more than was paid, and waits for finance;
-- what the club itself begins to refund stays within what is left.
CREATE OR REPLACE FUNCTION "payment_refund_within"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  paid bigint;
  refunded bigint;
BEGIN
  SELECT amount_minor INTO paid FROM payment WHERE id = NEW.payment_id AND state = 'paid' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'payment % is not paid', NEW.payment_id USING ERRCODE = 'check_violation'; END IF;
  IF NEW.stripe_id IS NOT NULL THEN RETURN NEW; END IF;
  SELECT coalesce(sum(amount_minor), 0) INTO refunded FROM payment_refund
    WHERE payment_id = NEW.payment_id AND id <> NEW.id AND state IN ('pending', 'succeeded');
  IF refunded + NEW.amount_minor > paid THEN
    RAISE EXCEPTION 'refunds of payment % are more than was paid', NEW.payment_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
