-- Contests of an event: entries with numbers instead of names. See docs/decisions/contests.md.

CREATE TABLE "contest" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- pictures: judges look at pictures. measured: times or points. chosen: by vote of those who came, or by staff.
    "kind" TEXT NOT NULL CHECK ("kind" IN ('pictures', 'measured', 'chosen')),
    "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'open', 'closed', 'published', 'called-off')),
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "about_en" TEXT NOT NULL DEFAULT '',
    "about_zh" TEXT NOT NULL DEFAULT '',
    -- The event's brackets that take part, each ranked by itself; none: one ranking of all.
    "brackets" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "open_to" TEXT NOT NULL CHECK ("open_to" IN ('children', 'everybody')),
    -- Pictures are sent from home until then; null: taken on the spot alone.
    "entries_until" TIMESTAMPTZ,
    -- By kind: see contests/terms.ts.
    "terms" JSONB NOT NULL,
    -- The seed that settles a last tie: promised when entries close, encrypted until the ranking is public.
    "tie_commitment" TEXT,
    "tie_sealed_seed" BYTEA,
    "tie_seed" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ,
    "closed_at" TIMESTAMPTZ,
    "published_at" TIMESTAMPTZ,
    "called_off_at" TIMESTAMPTZ,
    "called_off_en" TEXT,
    "called_off_zh" TEXT,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contest_home" CHECK ("kind" = 'pictures' OR "entries_until" IS NULL),
    CONSTRAINT "contest_closed" CHECK (
        num_nulls("tie_commitment", "tie_sealed_seed") IN (0, 2)
        AND ("state" NOT IN ('closed', 'published') OR num_nulls("closed_at", "tie_commitment") = 0)),
    -- Whatever the program does, no other seed can be told than the one that was promised, nor before.
    CONSTRAINT "contest_seed" CHECK ("tie_commitment" = encode(sha256(convert_to("tie_seed", 'UTF8')), 'hex')),
    CONSTRAINT "contest_published" CHECK (
        ("state" = 'published') = ("published_at" IS NOT NULL) AND num_nulls("published_at", "tie_seed") IN (0, 2)),
    CONSTRAINT "contest_called_off" CHECK (
        ("state" = 'called-off') = ("called_off_at" IS NOT NULL)
        AND num_nulls("called_off_at", "called_off_en", "called_off_zh") IN (0, 3))
);
CREATE INDEX "contest_event" ON "contest" ("event_id", "position", "id");

-- A seed that was promised stays, and what is public stays public.
CREATE FUNCTION refuse_contest_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'draft' THEN RAISE EXCEPTION 'A contest that was opened stays.'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" <> NEW."state"
     AND (OLD."state" IN ('published', 'called-off') OR NEW."state" = 'draft'
          OR NEW."state" = 'published' AND OLD."state" <> 'closed') THEN
    RAISE EXCEPTION 'A contest does not go back.';
  END IF;
  IF OLD."tie_commitment" IS NOT NULL
     AND ROW(NEW."tie_commitment", NEW."tie_sealed_seed") IS DISTINCT FROM ROW(OLD."tie_commitment", OLD."tie_sealed_seed")
     OR OLD."tie_seed" IS NOT NULL AND NEW."tie_seed" IS DISTINCT FROM OLD."tie_seed" THEN
    RAISE EXCEPTION 'The seed that a contest promised stays.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON "contest" FOR EACH ROW EXECUTE FUNCTION refuse_contest_change();
ALTER TABLE "contest" ENABLE ALWAYS TRIGGER stays;

-- Somebody who takes part, by their number.
CREATE TABLE "contest_entry" (
    "id" SERIAL PRIMARY KEY,
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    "number" INTEGER NOT NULL CHECK ("number" BETWEEN 1 AND 9999),
    -- Null: nobody's yet, or of one who was erased since.
    "registration_person_id" INTEGER REFERENCES "registration_person" ("id") ON DELETE SET NULL,
    "registration_id" INTEGER REFERENCES "registration" ("id"),
    "bracket" TEXT,
    "state" TEXT NOT NULL DEFAULT 'in' CHECK ("state" IN ('in', 'withdrawn')),
    "source" TEXT NOT NULL CHECK ("source" IN ('spot', 'home')),
    -- What was typed of whose it is, where nobody was found for it.
    "note" TEXT NOT NULL DEFAULT '',
    -- Whose it was left the club: it stays in the ranking, as nobody's.
    "erased_at" TIMESTAMPTZ,
    -- The device's: a retry is one entry.
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("contest_id", "number"),
    UNIQUE ("contest_id", "registration_person_id"),
    CONSTRAINT "contest_entry_whose" CHECK ("registration_person_id" IS NULL OR "registration_id" IS NOT NULL)
);
CREATE INDEX "contest_entry_person" ON "contest_entry" ("registration_person_id");
CREATE INDEX "contest_entry_party" ON "contest_entry" ("registration_id");

-- What judges see of an entry. One that was replaced or taken back is kept from view, not from history.
CREATE TABLE "contest_picture" (
    "id" SERIAL PRIMARY KEY,
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "position" INTEGER NOT NULL DEFAULT 0,
    "small_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "medium_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "large_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ
);
CREATE UNIQUE INDEX "contest_picture_shown" ON "contest_picture" ("entry_id", "position") WHERE "removed_at" IS NULL;
CREATE INDEX "contest_picture_small" ON "contest_picture" ("small_id");
CREATE INDEX "contest_picture_medium" ON "contest_picture" ("medium_id");
CREATE INDEX "contest_picture_large" ON "contest_picture" ("large_id");

-- A time or points, as somebody at the spot wrote it down. The id is the device's.
CREATE TABLE "contest_attempt" (
    "id" UUID PRIMARY KEY,
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "attempt" INTEGER NOT NULL CHECK ("attempt" BETWEEN 1 AND 99),
    -- Milliseconds, or points.
    "value" INTEGER NOT NULL CHECK ("value" BETWEEN 0 AND 86400000),
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ,
    "taken_back_by" INTEGER,
    "taken_back_why" TEXT,
    UNIQUE ("entry_id", "attempt"),
    CONSTRAINT "contest_attempt_taken_back" CHECK (num_nulls("taken_back_at", "taken_back_by", "taken_back_why") IN (0, 3))
);

-- The vote of a party that came. It can be given to another entry as long as the contest is open.
CREATE TABLE "contest_vote" (
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    -- Who gave it for the party: its member, or somebody of the staff whose phone it was done on.
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ,
    PRIMARY KEY ("contest_id", "registration_id")
);
CREATE INDEX "contest_vote_entry" ON "contest_vote" ("entry_id");
CREATE INDEX "contest_vote_party" ON "contest_vote" ("registration_id");

-- Whom staff chose, and why; of a bracket the last one holds.
CREATE TABLE "contest_choice" (
    "id" SERIAL PRIMARY KEY,
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    "bracket" TEXT,
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "reason_en" TEXT NOT NULL,
    "reason_zh" TEXT NOT NULL,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "contest_choice_contest" ON "contest_choice" ("contest_id", "id");
CREATE INDEX "contest_choice_entry" ON "contest_choice" ("entry_id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "contest_choice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "contest_choice" ENABLE ALWAYS TRIGGER append_only;
