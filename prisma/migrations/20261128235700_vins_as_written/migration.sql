-- A VIN that no check digit confirms, as a workshop wrote it beside a plate. It may be misread, so the plate says
-- which car an order is about, unless a car has just that VIN, now or when it is registered later.
ALTER TABLE "service_order" ADD COLUMN "written_vin" TEXT;
CREATE INDEX "service_order_written_vin" ON "service_order" (written_vin) WHERE written_vin IS NOT NULL;
