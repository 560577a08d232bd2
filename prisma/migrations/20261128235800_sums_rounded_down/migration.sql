-- A cashier rounds down: see isPaidSum in app/modules/service/amount.ts.
ALTER TABLE "service_order" DROP CONSTRAINT "service_order_paid";
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_paid" CHECK (
  paid_minor = labour_minor + parts_minor - discount_minor
  OR sign(paid_minor) = sign(labour_minor + parts_minor - discount_minor)
    AND abs(labour_minor + parts_minor - discount_minor) - abs(paid_minor) BETWEEN 1 AND 999
);
