-- Draws that always win: everybody who has a turn gets one of a table's prizes, as at the delivery of a car.
-- See docs/decisions/draws.md.

CREATE TABLE "prize_table" (
    "id" SERIAL PRIMARY KEY,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    -- The prizes with their tickets and pieces as text, and its SHA-256.
    "paper" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    -- SHA-256 of the seed; the seed itself, encrypted until the table is closed.
    "commitment" TEXT NOT NULL,
    "sealed_seed" BYTEA NOT NULL,
    "seed" TEXT,
    "closed_at" TIMESTAMPTZ,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prize_table_fingerprint" CHECK ("fingerprint" = encode(sha256(convert_to("paper", 'UTF8')), 'hex')),
    CONSTRAINT "prize_table_seed" CHECK ("commitment" = encode(sha256(convert_to("seed", 'UTF8')), 'hex')),
    CONSTRAINT "prize_table_closed" CHECK (("closed_at" IS NULL) = ("seed" IS NULL))
);

CREATE TABLE "prize_table_prize" (
    "id" SERIAL PRIMARY KEY,
    "table_id" INTEGER NOT NULL REFERENCES "prize_table" ("id"),
    "place" INTEGER NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "weight" INTEGER NOT NULL CHECK ("weight" BETWEEN 1 AND 1000),
    -- How many there are; null for as many as there are turns.
    "pieces" INTEGER CHECK ("pieces" > 0),
    UNIQUE ("table_id", "place")
);

-- Somebody's turn, and what it won.
CREATE TABLE "prize_turn" (
    "id" SERIAL PRIMARY KEY,
    "table_id" INTEGER NOT NULL REFERENCES "prize_table" ("id"),
    "turn" INTEGER NOT NULL CHECK ("turn" > 0),
    -- What it is for, such as a delivery: once.
    "key" TEXT NOT NULL,
    "prize_id" INTEGER NOT NULL REFERENCES "prize_table_prize" ("id"),
    -- Null for somebody whom the club does not know, and who has left.
    "member_id" INTEGER REFERENCES "member" ("id"),
    "handed_over_at" TIMESTAMPTZ,
    "handed_over_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("table_id", "turn"),
    UNIQUE ("table_id", "key")
);
CREATE INDEX "prize_turn_member" ON "prize_turn" ("member_id");

CREATE FUNCTION refuse_prize_table_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."closed_at" IS NOT NULL
     OR to_jsonb(NEW) - 'seed' - 'closed_at' <> to_jsonb(OLD) - 'seed' - 'closed_at' THEN
    RAISE EXCEPTION 'What was promised of a prize table stays.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON "prize_table" FOR EACH ROW EXECUTE FUNCTION refuse_prize_table_change();
ALTER TABLE "prize_table" ENABLE ALWAYS TRIGGER stays;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "prize_table_prize"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "prize_table_prize" ENABLE ALWAYS TRIGGER append_only;

-- Whose turn it was can be forgotten, and that its prize was handed over is noted; what it won stays.
CREATE FUNCTION refuse_prize_turn_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."member_id" IS DISTINCT FROM OLD."member_id" AND NEW."member_id" IS NOT NULL
     OR to_jsonb(NEW) - 'member_id' - 'handed_over_at' - 'handed_over_by'
        <> to_jsonb(OLD) - 'member_id' - 'handed_over_at' - 'handed_over_by' THEN
    RAISE EXCEPTION 'What a turn has won stays.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON "prize_turn" FOR EACH ROW EXECUTE FUNCTION refuse_prize_turn_change();
ALTER TABLE "prize_turn" ENABLE ALWAYS TRIGGER stays;
