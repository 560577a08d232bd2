-- Whether a refund gave back what was paid for, and ended what renews itself: its form sent again asks for the same.
ALTER TABLE "payment_refund" ADD COLUMN "take_back" BOOLEAN;
ALTER TABLE "payment_refund" ADD COLUMN "end_renewal" BOOLEAN;
