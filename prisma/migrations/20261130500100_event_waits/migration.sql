-- Whether an event takes place is still open, as in bad weather: by when staff decide, and why it is open.
CREATE TABLE "event_wait" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- The beginning that it is about: an event that is moved waits no more.
    "starts_at" TIMESTAMPTZ NOT NULL,
    "decide_by" TIMESTAMPTZ NOT NULL,
    "reason_en" TEXT NOT NULL,
    "reason_zh" TEXT NOT NULL,
    -- A form that is sent twice is one wait.
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- It takes place, or another wait came instead; a cancelled or moved event says so itself.
    "settled" TEXT CHECK ("settled" IN ('on', 'replaced')),
    "settled_by" INTEGER,
    "settled_at" TIMESTAMPTZ,
    CONSTRAINT "event_wait_settled" CHECK (num_nulls("settled", "settled_by", "settled_at") IN (0, 3))
);
CREATE UNIQUE INDEX "event_wait_one" ON "event_wait" ("event_id") WHERE "settled" IS NULL;
