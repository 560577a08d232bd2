-- Blind judging: who judges a contest, by which link, and what they gave. See docs/decisions/contests.md.

CREATE TABLE "judge" (
    "id" SERIAL PRIMARY KEY,
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    "name" TEXT NOT NULL CHECK (btrim("name") <> ''),
    -- Of four digits, signed with the installation's secret: by it a tablet is handed over to them.
    "code_hash" BYTEA NOT NULL,
    "done_at" TIMESTAMPTZ,
    "last_seen_at" TIMESTAMPTZ,
    -- Their link opens nothing any more.
    "ended_at" TIMESTAMPTZ,
    -- What they gave does not count.
    "excluded_at" TIMESTAMPTZ,
    "excluded_by" INTEGER,
    "excluded_why" TEXT,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("contest_id", "code_hash"),
    CONSTRAINT "judge_excluded" CHECK (num_nulls("excluded_at", "excluded_by", "excluded_why") IN (0, 3))
);

-- A judge's link, and those of the tablets that were handed over to them. The token itself is nowhere.
CREATE TABLE "judge_link" (
    "id" SERIAL PRIMARY KEY,
    "judge_id" INTEGER NOT NULL REFERENCES "judge" ("id"),
    "token_hash" BYTEA NOT NULL UNIQUE,
    "revoked_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "judge_link_judge" ON "judge_link" ("judge_id");

-- An entry of the judge's own family: not scored by them.
CREATE TABLE "judge_conflict" (
    "judge_id" INTEGER NOT NULL REFERENCES "judge" ("id"),
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    -- Staff who noted it; null where the judge said so.
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("judge_id", "entry_id")
);
CREATE INDEX "judge_conflict_entry" ON "judge_conflict" ("entry_id");

-- What judges gave, every change of it. What counts is the one with the greatest sequence.
CREATE TABLE "judge_score" (
    "id" SERIAL PRIMARY KEY,
    "judge_id" INTEGER NOT NULL REFERENCES "judge" ("id"),
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    -- A criterion's key; empty: a comment.
    "criterion" TEXT NOT NULL,
    "value" SMALLINT CHECK ("value" BETWEEN 1 AND 10),
    "comment" TEXT CHECK (length("comment") <= 1000),
    -- When it was given, in milliseconds by the device, never twice the same of one device: an older one that arrives
    -- late stays the older one.
    "sequence" BIGINT NOT NULL,
    -- The device's: a retry is one score.
    "request_key" UUID NOT NULL,
    -- Staff who changed it, and why.
    "changed_by" INTEGER,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("judge_id", "request_key"),
    CONSTRAINT "judge_score_what" CHECK (num_nulls("value", "comment") = 1 AND ("criterion" = '') = ("comment" IS NOT NULL)),
    CONSTRAINT "judge_score_changed" CHECK (num_nulls("changed_by", "reason") IN (0, 2))
);
CREATE INDEX "judge_score_current" ON "judge_score" ("judge_id", "entry_id", "criterion", "sequence" DESC, "id" DESC);
CREATE INDEX "judge_score_entry" ON "judge_score" ("entry_id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "judge_score"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "judge_score" ENABLE ALWAYS TRIGGER append_only;
