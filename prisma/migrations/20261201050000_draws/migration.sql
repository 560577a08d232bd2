-- Draws that anybody can check. See docs/decisions/draws.md.

CREATE TABLE "draw" (
    "id" SERIAL PRIMARY KEY,
    "slug" TEXT NOT NULL UNIQUE,
    -- computed: out of a seed and a public value. by-hand: somebody picks, and it is written down.
    "method" TEXT NOT NULL CHECK ("method" IN ('computed', 'by-hand')),
    "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'frozen', 'drawn', 'called-off')),
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "about_en" TEXT NOT NULL DEFAULT '',
    "about_zh" TEXT NOT NULL DEFAULT '',
    -- Who takes part: see draws/entrants.ts.
    "entrants" JSONB NOT NULL,
    "one_per_household" BOOLEAN NOT NULL,
    "must_be_present" BOOLEAN NOT NULL,
    -- When it is drawn before people.
    "draw_at" TIMESTAMPTZ NOT NULL,
    -- The last day on which a prize is kept for its winner.
    "claim_by" DATE NOT NULL,
    -- Of a draw by hand: who picks, in words.
    "picked_by_en" TEXT,
    "picked_by_zh" TEXT,
    -- Of a computed one: the public value that is mixed in, and from when it can be known.
    "value_kind" TEXT CHECK ("value_kind" IN ('union-lotto', 'sse-composite', 'drand')),
    "value_reference" TEXT,
    "value_due_at" TIMESTAMPTZ,
    -- The list of entries as it was frozen, with all that was promised, and its SHA-256.
    "paper" TEXT,
    "fingerprint" TEXT,
    -- SHA-256 of the seed; the seed itself, encrypted until it is told.
    "commitment" TEXT,
    "sealed_seed" BYTEA,
    "frozen_at" TIMESTAMPTZ,
    "frozen_by" INTEGER,
    "seed" TEXT,
    "value" TEXT,
    "drawn_at" TIMESTAMPTZ,
    "called_off_at" TIMESTAMPTZ,
    "called_off_en" TEXT,
    "called_off_zh" TEXT,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draw_method" CHECK (
        CASE "method"
            WHEN 'computed' THEN num_nulls("value_kind", "value_reference", "value_due_at") = 0
            ELSE num_nonnulls("value_kind", "commitment", "sealed_seed", "seed", "value") = 0 AND "picked_by_en" IS NOT NULL
        END),
    CONSTRAINT "draw_frozen" CHECK (
        ("state" = 'draft') = ("frozen_at" IS NULL) AND num_nulls("frozen_at", "paper", "fingerprint") IN (0, 3)
        AND ("state" = 'draft' OR "method" = 'by-hand' OR num_nulls("commitment", "sealed_seed") = 0)),
    -- Whatever the program does, no other seed can be told than the one that was promised, nor before the value is known.
    CONSTRAINT "draw_fingerprint" CHECK ("fingerprint" = encode(sha256(convert_to("paper", 'UTF8')), 'hex')),
    CONSTRAINT "draw_seed" CHECK ("commitment" = encode(sha256(convert_to("seed", 'UTF8')), 'hex')),
    CONSTRAINT "draw_value_first" CHECK ("frozen_at" < "value_due_at" AND "value_due_at" <= "drawn_at"),
    CONSTRAINT "draw_drawn" CHECK (
        ("state" = 'drawn') = ("drawn_at" IS NOT NULL)
        AND ("method" = 'by-hand' OR num_nulls("drawn_at", "seed", "value") IN (0, 3))),
    CONSTRAINT "draw_called_off" CHECK (
        ("state" = 'called-off') = ("called_off_at" IS NOT NULL) AND num_nulls("called_off_at", "called_off_en") IN (0, 2))
);
CREATE INDEX "draw_at" ON "draw" ("draw_at" DESC, "id" DESC);

-- What is to be won, in the order in which it is drawn.
CREATE TABLE "draw_prize" (
    "id" SERIAL PRIMARY KEY,
    "draw_id" INTEGER NOT NULL REFERENCES "draw" ("id"),
    "place" INTEGER NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "count" INTEGER NOT NULL CHECK ("count" BETWEEN 1 AND 1000),
    UNIQUE ("draw_id", "place")
);

-- One who takes part. Whose entry it is, is known to them and to staff; the paper has its number alone.
CREATE TABLE "draw_entry" (
    "id" SERIAL PRIMARY KEY,
    "draw_id" INTEGER NOT NULL REFERENCES "draw" ("id"),
    "entry" TEXT NOT NULL,
    "weight" INTEGER NOT NULL CHECK ("weight" BETWEEN 1 AND 1000),
    "household" TEXT NOT NULL,
    -- Null once they have left the club, and of a party of people who are not in it.
    "member_id" INTEGER REFERENCES "member" ("id"),
    "registration_id" INTEGER REFERENCES "registration" ("id"),
    UNIQUE ("draw_id", "entry")
);
CREATE INDEX "draw_entry_member" ON "draw_entry" ("member_id");
CREATE INDEX "draw_entry_party" ON "draw_entry" ("registration_id");

-- The public value as somebody read it. Two who read the same draw.
CREATE TABLE "draw_reading" (
    "id" SERIAL PRIMARY KEY,
    "draw_id" INTEGER NOT NULL REFERENCES "draw" ("id"),
    "value" TEXT NOT NULL,
    "read_by" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "draw_reading_draw" ON "draw_reading" ("draw_id", "id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "draw_reading"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "draw_reading" ENABLE ALWAYS TRIGGER append_only;

-- Who was drawn, by their place in the sequence, and what became of it.
CREATE TABLE "draw_win" (
    "id" SERIAL PRIMARY KEY,
    "draw_id" INTEGER NOT NULL REFERENCES "draw" ("id"),
    "position" INTEGER NOT NULL CHECK ("position" > 0),
    "entry_id" INTEGER NOT NULL UNIQUE REFERENCES "draw_entry" ("id"),
    -- Which piece of all prizes: counted from 1 in the order of the prizes.
    "piece" INTEGER NOT NULL CHECK ("piece" > 0),
    "prize_id" INTEGER NOT NULL REFERENCES "draw_prize" ("id"),
    -- won, handed-over, passed-on: to the next in the sequence.
    "state" TEXT NOT NULL DEFAULT 'won' CHECK ("state" IN ('won', 'handed-over', 'passed-on')),
    "why" TEXT CHECK ("why" IN ('unclaimed', 'not-there', 'declined', 'left')),
    "decided_by" INTEGER,
    "decided_at" TIMESTAMPTZ,
    -- Since when their name may stand beside it.
    "named_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("draw_id", "position"),
    CONSTRAINT "draw_win_decided" CHECK (("state" = 'won') = ("decided_at" IS NULL)),
    CONSTRAINT "draw_win_passed_on" CHECK (("state" = 'passed-on') = ("why" IS NOT NULL))
);
-- Each piece is somebody's at most once at a time.
CREATE UNIQUE INDEX "draw_win_piece" ON "draw_win" ("draw_id", "piece") WHERE "state" <> 'passed-on';

-- What was frozen stays, whoever asks: a draw goes forward, and what it promised is not changed.
CREATE FUNCTION refuse_draw_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'draft' THEN RAISE EXCEPTION 'A draw that was frozen stays.'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" = 'draft' THEN
    IF NEW."state" NOT IN ('draft', 'frozen') THEN RAISE EXCEPTION 'A draw is frozen first.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD."state" <> 'frozen' AND NEW."state" <> OLD."state" OR NEW."state" = 'draft' THEN
    RAISE EXCEPTION 'A draw does not go back.';
  END IF;
  IF ROW(NEW."slug", NEW."method", NEW."title_en", NEW."title_zh", NEW."entrants", NEW."one_per_household",
         NEW."must_be_present", NEW."claim_by", NEW."picked_by_en", NEW."picked_by_zh", NEW."value_kind",
         NEW."value_reference", NEW."value_due_at", NEW."paper", NEW."fingerprint", NEW."commitment",
         NEW."sealed_seed", NEW."frozen_at")
     IS DISTINCT FROM
     ROW(OLD."slug", OLD."method", OLD."title_en", OLD."title_zh", OLD."entrants", OLD."one_per_household",
         OLD."must_be_present", OLD."claim_by", OLD."picked_by_en", OLD."picked_by_zh", OLD."value_kind",
         OLD."value_reference", OLD."value_due_at", OLD."paper", OLD."fingerprint", OLD."commitment",
         OLD."sealed_seed", OLD."frozen_at")
     OR OLD."state" <> 'frozen' AND ROW(NEW."seed", NEW."value", NEW."drawn_at")
        IS DISTINCT FROM ROW(OLD."seed", OLD."value", OLD."drawn_at") THEN
    RAISE EXCEPTION 'What was frozen of a draw stays.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON "draw" FOR EACH ROW EXECUTE FUNCTION refuse_draw_change();
ALTER TABLE "draw" ENABLE ALWAYS TRIGGER stays;

-- Entries and prizes come and go with the draft. Afterwards whose entry it is can only be forgotten.
CREATE FUNCTION refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "draw"
             WHERE "id" = CASE TG_OP WHEN 'INSERT' THEN NEW."draw_id" ELSE OLD."draw_id" END AND "state" <> 'draft') THEN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'draw_entry' THEN
      IF to_jsonb(NEW) - 'member_id' - 'registration_id' = to_jsonb(OLD) - 'member_id' - 'registration_id'
         AND coalesce(to_jsonb(NEW)->'member_id' IN ('null', to_jsonb(OLD)->'member_id'), true)
         AND coalesce(to_jsonb(NEW)->'registration_id' IN ('null', to_jsonb(OLD)->'registration_id'), true) THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'What was frozen of a draw stays.';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON "draw_entry" FOR EACH ROW EXECUTE FUNCTION refuse_frozen_change();
ALTER TABLE "draw_entry" ENABLE ALWAYS TRIGGER stays;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON "draw_prize" FOR EACH ROW EXECUTE FUNCTION refuse_frozen_change();
ALTER TABLE "draw_prize" ENABLE ALWAYS TRIGGER stays;
