-- Which ways of paying the club takes, at its counters and at Stripe's page. Without a row it is all of them at the
-- counters, and online what is switched on in Stripe's dashboard. See docs/decisions/payments.md.
CREATE TABLE "payment_methods" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "counter" TEXT[],
  "online" TEXT[],
  -- Stripe's dashboard says which; then "online" is empty.
  "in_dashboard" BOOLEAN NOT NULL,
  CONSTRAINT "payment_methods_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payment_methods_one" CHECK (id = 1),
  CONSTRAINT "payment_methods_counter" CHECK (counter IS NOT NULL AND cardinality(counter) > 0),
  CONSTRAINT "payment_methods_online" CHECK (online IS NOT NULL AND in_dashboard = (cardinality(online) = 0))
);
