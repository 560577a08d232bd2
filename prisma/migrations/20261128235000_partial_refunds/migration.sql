-- What of an order has gone back, where the order lives on: a row of -100.00 for an order of 1,000.00.
ALTER TABLE "service_order" ADD COLUMN "refunded_minor" INTEGER NOT NULL DEFAULT 0;
