-- What contests end in: prizes, rankings that anybody can recompute, and what winners got. See docs/decisions/contests.md.

-- Pieces that are kept for somebody who takes them without a redemption, such as a prize.
CREATE TABLE "stock_promise" (
    "id" SERIAL PRIMARY KEY,
    "item_id" INTEGER NOT NULL REFERENCES "stock_item" ("id"),
    -- The shelf that keeps it, or that it was taken from; null: the store room's.
    "store_id" INTEGER REFERENCES "store" ("id"),
    -- promised: still there. taken: handed over. ended: nobody's any more.
    "state" TEXT NOT NULL DEFAULT 'promised' CHECK ("state" IN ('promised', 'taken', 'ended')),
    -- For people, beside the movements.
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "stock_promise_open" ON "stock_promise" ("item_id", "store_id") WHERE "state" = 'promised';

-- What can be won. As many third prizes as there are of them are won by those who come next.
CREATE TABLE "contest_prize" (
    "id" SERIAL PRIMARY KEY,
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    -- Of one age group; null: of each of them, or of the one ranking of all.
    "bracket" TEXT,
    -- 1 for a first prize, 2 for a second one.
    "rank" INTEGER NOT NULL CHECK ("rank" BETWEEN 1 AND 20),
    "count" INTEGER NOT NULL CHECK ("count" BETWEEN 1 AND 100),
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    -- A gift of the catalogue, whose pieces are taken from its shelf; null: the club has it by other means.
    "variant_id" INTEGER REFERENCES "gift_variant" ("id"),
    "points" INTEGER NOT NULL DEFAULT 0 CHECK ("points" BETWEEN 0 AND 100000),
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contest_prize_rank" UNIQUE NULLS NOT DISTINCT ("contest_id", "bracket", "rank")
);
CREATE INDEX "contest_prize_variant" ON "contest_prize" ("variant_id") WHERE "variant_id" IS NOT NULL;

-- What was published, one row a version: the first ranking, and each that corrected it.
CREATE TABLE "contest_ranking" (
    "id" SERIAL PRIMARY KEY,
    "contest_id" INTEGER NOT NULL REFERENCES "contest" ("id"),
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    -- All that it follows from, by numbers alone, and its SHA-256.
    "paper" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    -- Why the one before it did not stay.
    "reason_en" TEXT,
    "reason_zh" TEXT,
    "request_key" TEXT NOT NULL UNIQUE,
    "published_by" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("contest_id", "version"),
    CONSTRAINT "contest_ranking_fingerprint" CHECK ("fingerprint" = encode(sha256(convert_to("paper", 'UTF8')), 'hex')),
    CONSTRAINT "contest_ranking_reason" CHECK (num_nulls("reason_en", "reason_zh") = CASE WHEN "version" = 1 THEN 2 ELSE 0 END)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "contest_ranking"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "contest_ranking" ENABLE ALWAYS TRIGGER append_only;

-- Where an entry came in a version of a ranking.
CREATE TABLE "contest_place" (
    "ranking_id" INTEGER NOT NULL REFERENCES "contest_ranking" ("id"),
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "bracket" TEXT,
    "rank" INTEGER NOT NULL CHECK ("rank" > 0),
    -- What settled it against those with the same total: see judging/ranking.ts.
    "settled_by" TEXT,
    "prize_id" INTEGER REFERENCES "contest_prize" ("id"),
    PRIMARY KEY ("ranking_id", "entry_id")
);
CREATE INDEX "contest_place_entry" ON "contest_place" ("entry_id");
CREATE INDEX "contest_place_prize" ON "contest_place" ("prize_id") WHERE "prize_id" IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "contest_place"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "contest_place" ENABLE ALWAYS TRIGGER append_only;

-- A prize that an entry won, and what became of it.
CREATE TABLE "contest_award" (
    "id" SERIAL PRIMARY KEY,
    -- The version that gave it, and the one that took it away.
    "ranking_id" INTEGER NOT NULL REFERENCES "contest_ranking" ("id"),
    "ended_by" INTEGER REFERENCES "contest_ranking" ("id"),
    "entry_id" INTEGER NOT NULL REFERENCES "contest_entry" ("id"),
    "prize_id" INTEGER NOT NULL REFERENCES "contest_prize" ("id"),
    -- Whose it was then: an entry can be given to another child.
    "registration_id" INTEGER REFERENCES "registration" ("id"),
    "registration_person_id" INTEGER REFERENCES "registration_person" ("id") ON DELETE SET NULL,
    -- Points that were given, and the ledger's entry of them; why none were, where the prize has some.
    "points" INTEGER NOT NULL DEFAULT 0 CHECK ("points" >= 0),
    "points_entry_id" BIGINT,
    "no_points" TEXT CHECK ("no_points" IN ('nobody', 'not-a-member', 'left')),
    -- The piece of the catalogue that is kept for it, or was taken; and whether none was free yet.
    "stock_promise_id" INTEGER UNIQUE REFERENCES "stock_promise" ("id"),
    "waits_for_piece" BOOLEAN NOT NULL DEFAULT false,
    "handed_over_at" TIMESTAMPTZ,
    "handed_over_by" INTEGER,
    "ended_at" TIMESTAMPTZ,
    -- Of one that ended when it had been handed over: kept by the family, to come back, or back.
    "after" TEXT CHECK ("after" IN ('kept', 'awaited', 'back')),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "contest_award_points" CHECK (("points_entry_id" IS NULL) = ("points" = 0)),
    CONSTRAINT "contest_award_handed_over" CHECK (num_nulls("handed_over_at", "handed_over_by") IN (0, 2)),
    CONSTRAINT "contest_award_ended" CHECK (num_nulls("ended_at", "ended_by") IN (0, 2)),
    CONSTRAINT "contest_award_after" CHECK (("after" IS NOT NULL) = ("ended_at" IS NOT NULL AND "handed_over_at" IS NOT NULL)),
    CONSTRAINT "contest_award_piece" CHECK (NOT "waits_for_piece" OR "stock_promise_id" IS NULL)
);
-- An entry has one prize of a contest at a time.
CREATE UNIQUE INDEX "contest_award_standing" ON "contest_award" ("entry_id") WHERE "ended_at" IS NULL;
CREATE INDEX "contest_award_entry" ON "contest_award" ("entry_id");
CREATE INDEX "contest_award_ranking" ON "contest_award" ("ranking_id");
CREATE INDEX "contest_award_prize" ON "contest_award" ("prize_id");
CREATE INDEX "contest_award_party" ON "contest_award" ("registration_id");
CREATE INDEX "contest_award_person" ON "contest_award" ("registration_person_id");

-- Whoever wants the name of their child, or their own, to stand beside its number.
CREATE TABLE "contest_name" (
    "entry_id" INTEGER PRIMARY KEY REFERENCES "contest_entry" ("id"),
    "named_by" INTEGER NOT NULL,
    "named_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
