-- What an event cost beside what the club's own books know. See docs/decisions/event-report.md.

CREATE TABLE "event_cost" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "label" TEXT NOT NULL CHECK ("label" <> ''),
    -- In the smallest unit of its currency, which the club's was when it was typed.
    "amount_minor" BIGINT NOT NULL CHECK ("amount_minor" BETWEEN 1 AND 100000000000),
    "currency" TEXT NOT NULL,
    -- Goes up with every change: whoever changes it says which one they saw.
    "version" INTEGER NOT NULL DEFAULT 1,
    "taken_back_at" TIMESTAMPTZ,
    -- The form's, so that sending it twice is sending it once.
    "request_key" TEXT NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "event_cost_event" ON "event_cost" ("event_id", "id");

-- Every cost as it was, with who wrote it so.
CREATE TABLE "event_cost_step" (
    "cost_id" INTEGER NOT NULL REFERENCES "event_cost" ("id"),
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    -- Null where it was taken back.
    "amount_minor" BIGINT,
    "by" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("cost_id", "version")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "event_cost_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "event_cost_step" ENABLE ALWAYS TRIGGER append_only;
