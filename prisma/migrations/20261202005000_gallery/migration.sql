-- The gallery of an event's contests, and what its visitors like best. See docs/decisions/contests.md.

-- Whether staff opened or closed an event's gallery by hand; without a row it opens with a ranking.
CREATE TABLE "event_gallery" (
    "event_id" INTEGER PRIMARY KEY REFERENCES "event" ("id"),
    "is_open" BOOLEAN NOT NULL,
    "changed_by" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- A heart: of somebody who was signed in, or of a browser.
CREATE TABLE "contest_favourite" (
    "id" SERIAL PRIMARY KEY,
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "person_id" INTEGER REFERENCES "person" ("id"),
    -- SHA-256 of what the browser's cookie holds.
    "browser" BYTEA,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("entry_id", "person_id"),
    UNIQUE ("entry_id", "browser"),
    CONSTRAINT "contest_favourite_whose" CHECK (num_nonnulls("person_id", "browser") = 1)
);
CREATE INDEX "contest_favourite_person" ON "contest_favourite" ("person_id");
CREATE INDEX "contest_favourite_browser" ON "contest_favourite" ("browser");
