-- The address under which a member's calendar finds the events that they come to. Whoever knows it reads them, so it
-- is a secret, and can be made anew; there is at most one.
CREATE TABLE "calendar_feed" (
    "member_id" INTEGER PRIMARY KEY REFERENCES "member" ("id"),
    "token" TEXT NOT NULL UNIQUE CHECK (length("token") >= 32),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
