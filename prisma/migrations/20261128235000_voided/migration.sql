-- A visit or a reading that was written down by mistake is void: kept, struck through, and counted by nothing.
-- New columns are empty, so nothing is rewritten; the checks hold for every row there is.
ALTER TABLE "reception" ADD COLUMN "voided_at" TIMESTAMPTZ;
ALTER TABLE "reception" ADD COLUMN "voided_by" INTEGER;
ALTER TABLE "reception" ADD COLUMN "void_reason" TEXT;
-- Its order was typed with it, and is taken back with it. Of visits from before this was kept nobody knows.
ALTER TABLE "reception" ADD COLUMN "order_typed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "reception" ADD CONSTRAINT "reception_void"
  CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL));

ALTER TABLE "odometer_reading" ADD COLUMN "voided_at" TIMESTAMPTZ;
ALTER TABLE "odometer_reading" ADD COLUMN "voided_by" INTEGER;
ALTER TABLE "odometer_reading" ADD COLUMN "void_reason" TEXT;
-- The ledger's entry of the month's points, where the reading brought them.
ALTER TABLE "odometer_reading" ADD COLUMN "entry_id" BIGINT;
ALTER TABLE "odometer_reading" ADD CONSTRAINT "odometer_reading_void"
  CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL));
