-- How a friend who bought fared with the car, asked on the third, thirtieth and ninetieth day. When it is due follows
-- from the day of delivery; here is only what was answered. What they said is a contact like any other.
CREATE TABLE "lead_follow_up" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "day" SMALLINT NOT NULL CHECK ("day" IN (3, 30, 90)),
    -- Of which delivery: a sale that was cancelled and made again is asked about anew.
    "delivered_at" TIMESTAMPTZ NOT NULL,
    -- From 1, not at all, to 5; nothing where they were not reached, or did not say.
    "satisfaction" SMALLINT CHECK ("satisfaction" BETWEEN 1 AND 5),
    "reached" BOOLEAN NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lead_follow_up_once" UNIQUE ("lead_id", "day", "delivered_at"),
    CONSTRAINT "lead_follow_up_reached" CHECK ("reached" OR "satisfaction" IS NULL)
);
CREATE INDEX "lead_delivered" ON "lead" ("delivered_at") WHERE "delivered_at" IS NOT NULL;
