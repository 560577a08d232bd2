-- The letter that thanks those who came, with a picture: once for an event and a party. See docs/decisions/event-thanks.md.

CREATE TABLE "event_thanks" (
    "event_id" INTEGER PRIMARY KEY REFERENCES "event" ("id"),
    -- held: staff do not want it to go out by itself.
    "state" TEXT NOT NULL CHECK ("state" IN ('held', 'sending', 'sent')),
    -- Who pressed; null where the album's day brought it.
    "started_by" INTEGER,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_thanks_state" CHECK (
        ("state" = 'held') = ("started_at" IS NULL) AND ("state" = 'sent') = ("finished_at" IS NOT NULL))
);

-- A party that has been looked at. "lettered": a letter was written; others have no address, or want none.
CREATE TABLE "event_thanks_party" (
    "registration_id" INTEGER PRIMARY KEY REFERENCES "registration" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "event_thanks" ("event_id"),
    "lettered" BOOLEAN NOT NULL DEFAULT FALSE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "event_thanks_party_event" ON "event_thanks_party" ("event_id", "registration_id");
