-- Albums of events: pictures, who is on them, and how they arrive. See docs/decisions/albums.md.

CREATE TABLE "album" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL UNIQUE REFERENCES "event" ("id"),
    "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'published')),
    "published_at" TIMESTAMPTZ,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "album_published" CHECK (("state" = 'published') = ("published_at" IS NOT NULL))
);

CREATE TABLE "album_picture" (
    "id" SERIAL PRIMARY KEY,
    "album_id" INTEGER NOT NULL REFERENCES "album" ("id"),
    -- Of the file as it was sent: the same one is kept once. Also of one that was taken out, so that it stays out.
    "sha256" BYTEA NOT NULL,
    "small_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "medium_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "large_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    -- Of the largest that is kept, the right way up.
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    -- By the camera's clock; empty where it did not say.
    "taken_at" TIMESTAMPTZ,
    -- Without folders.
    "file_name" TEXT NOT NULL CHECK ("file_name" <> '' AND "file_name" !~ '[/\\]'),
    "uploaded_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Taken out: by staff, who can bring it back for a while, or because a family that is on it left the club.
    "removed_at" TIMESTAMPTZ,
    "removed_by" INTEGER,
    "removed_why" TEXT CHECK ("removed_why" IN ('staff', 'left')),

    CONSTRAINT "album_picture_once" UNIQUE ("album_id", "sha256"),
    CONSTRAINT "album_picture_removed" CHECK (("removed_at" IS NULL) = ("removed_why" IS NULL))
);
-- An album's order: by the time taken, then by name; those without a time come last.
CREATE INDEX "album_picture_order" ON "album_picture"
  ("album_id", (coalesce("taken_at", 'infinity')), ("file_name" COLLATE "C"), "id") WHERE "removed_at" IS NULL;
CREATE INDEX "album_picture_removed_at" ON "album_picture" ("removed_at") WHERE "removed_at" IS NOT NULL;
-- Removing a picture of the table media asks whether something refers to it.
CREATE INDEX "album_picture_small" ON "album_picture" ("small_id");
CREATE INDEX "album_picture_medium" ON "album_picture" ("medium_id");
CREATE INDEX "album_picture_large" ON "album_picture" ("large_id");

-- Who is on a picture: somebody of a party, or the party as a whole.
CREATE TABLE "album_tag" (
    "id" SERIAL PRIMARY KEY,
    "picture_id" INTEGER NOT NULL REFERENCES "album_picture" ("id") ON DELETE CASCADE,
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    "registration_person_id" INTEGER REFERENCES "registration_person" ("id"),
    "tagged_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "album_tag_once" UNIQUE NULLS NOT DISTINCT ("picture_id", "registration_id", "registration_person_id")
);
CREATE INDEX "album_tag_party" ON "album_tag" ("registration_id");
CREATE INDEX "album_tag_person" ON "album_tag" ("registration_person_id");

-- An address by which somebody shows an album to others. Shared again it is a new one.
CREATE TABLE "album_link" (
    "id" SERIAL PRIMARY KEY,
    "album_id" INTEGER NOT NULL REFERENCES "album" ("id"),
    -- SHA-256 of what the address ends in.
    "token_hash" BYTEA NOT NULL UNIQUE,
    -- A person.
    "made_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ
);
CREATE INDEX "album_link_album" ON "album_link" ("album_id", "id");

-- A file on its way into an album. Its id is by chance and is part of its address.
CREATE TABLE "album_upload" (
    "id" UUID PRIMARY KEY,
    "album_id" INTEGER NOT NULL REFERENCES "album" ("id"),
    "created_by" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    -- By which a browser knows the file again: its name, its length and when it was changed.
    "mark" TEXT NOT NULL DEFAULT '',
    -- How long it is, and how much of it is here.
    "bytes" INTEGER NOT NULL CHECK ("bytes" >= 0),
    "received" INTEGER NOT NULL DEFAULT 0 CHECK ("received" BETWEEN 0 AND "bytes"),
    -- sending: bytes are missing. waiting: all here, to be decoded. kept, duplicate, refused: settled.
    "state" TEXT NOT NULL DEFAULT 'sending' CHECK ("state" IN ('sending', 'waiting', 'kept', 'duplicate', 'refused')),
    "refusal" TEXT,
    "picture_id" INTEGER REFERENCES "album_picture" ("id") ON DELETE SET NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- When something of it arrived last, or it was settled.
    "touched_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "album_upload_refused" CHECK (("state" = 'refused') = ("refusal" IS NOT NULL))
);
CREATE INDEX "album_upload_album" ON "album_upload" ("album_id", "state");
CREATE INDEX "album_upload_sender" ON "album_upload" ("created_by", "created_at");
CREATE INDEX "album_upload_touched" ON "album_upload" ("touched_at");
CREATE INDEX "album_upload_picture" ON "album_upload" ("picture_id");

CREATE TABLE "album_upload_piece" (
    "upload_id" UUID NOT NULL REFERENCES "album_upload" ("id") ON DELETE CASCADE,
    -- Where in the file it begins.
    "start" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    PRIMARY KEY ("upload_id", "start")
);
-- Photos do not get smaller by being compressed again.
ALTER TABLE "album_upload_piece" ALTER COLUMN "content" SET STORAGE EXTERNAL;
