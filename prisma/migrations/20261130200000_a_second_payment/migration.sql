-- A party that has paid takes somebody in: they pay in a second payment, for which their place waits. It is kept on who
-- lost their place by it too, so that money which comes late still finds whom it was for.
ALTER TABLE "registration_person" ADD COLUMN "payment_id" INTEGER REFERENCES "payment" ("id");

-- How much of a payment was given up, where it was not all of it: somebody of a party left, and the others come.
ALTER TABLE "payment_given_up" ADD COLUMN "amount_minor" BIGINT CHECK ("amount_minor" > 0);

-- One thing can have several payments by now: they are found by what they are for.
CREATE INDEX "payment_reference" ON "payment" ("purpose", "reference");
