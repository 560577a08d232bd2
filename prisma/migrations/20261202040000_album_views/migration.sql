-- What families see of an album: links that end, and what somebody on a picture says of it.

ALTER TABLE "album_link" ADD COLUMN "only_own" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "album_link" ADD COLUMN "expires_at" TIMESTAMPTZ;
UPDATE "album_link" SET "expires_at" = "created_at" + interval '90 days';
ALTER TABLE "album_link" ALTER COLUMN "expires_at" SET NOT NULL;
CREATE INDEX "album_link_maker" ON "album_link" ("made_by");

-- Said by somebody who looks at an album. Of a picture of them: hidden from that moment. Of a tag: it is not them.
CREATE TABLE "album_objection" (
    "id" SERIAL PRIMARY KEY,
    "picture_id" INTEGER NOT NULL REFERENCES "album_picture" ("id") ON DELETE CASCADE,
    -- Empty once they have left the club: what was hidden for them stays so.
    "member_id" INTEGER REFERENCES "member" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('hide', 'not-us')),
    -- open: nobody has decided. granted, declined.
    "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'granted', 'declined')),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ,
    "decided_by" INTEGER,

    CONSTRAINT "album_objection_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL))
);
CREATE UNIQUE INDEX "album_objection_open" ON "album_objection" ("picture_id", "member_id", "kind") WHERE "state" = 'open';
CREATE INDEX "album_objection_picture" ON "album_objection" ("picture_id");
CREATE INDEX "album_objection_member" ON "album_objection" ("member_id");
CREATE INDEX "album_objection_waiting" ON "album_objection" ("id") WHERE "state" = 'open';
