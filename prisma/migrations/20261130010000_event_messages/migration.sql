-- What is told about events: messages that staff write, and reminders that go by themselves.
CREATE TABLE "event_message" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- Whom it went to: see event-messages/audience.ts.
    "audience" TEXT NOT NULL CHECK ("audience" IN ('all', 'registered', 'waiting', 'no-shows', 'session')),
    "session" TEXT,
    "subject_en" TEXT NOT NULL,
    "subject_zh" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "body_zh" TEXT NOT NULL,
    -- A form that is sent twice is one message.
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- When its last letter was written, and how many there are.
    "written_at" TIMESTAMPTZ,
    "letters" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "event_message_session" CHECK (("audience" = 'session') = ("session" IS NOT NULL)),
    CONSTRAINT "event_message_words" CHECK ("subject_en" || "subject_zh" <> '' AND "body_en" || "body_zh" <> '')
);
CREATE INDEX "event_message_event" ON "event_message" ("event_id", "id" DESC);

-- A party that was told by itself: each kind once for a beginning of the event. One that moves is told of anew.
CREATE TABLE "event_reminder" (
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('week', 'day', 'hours', 'thanks')),
    "starts_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("registration_id", "kind", "starts_at")
);
