-- A photo that stands over an event, in three sizes. A plan names it by its id, so that older versions keep theirs.
CREATE TABLE "event_cover" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "small_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "medium_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "large_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "event_cover_event" ON "event_cover" ("event_id");
CREATE INDEX "event_cover_small" ON "event_cover" ("small_id");
CREATE INDEX "event_cover_medium" ON "event_cover" ("medium_id");
CREATE INDEX "event_cover_large" ON "event_cover" ("large_id");
