-- What was done together at events, counted. See docs/decisions/impact.md.

-- What the club counts, in words that follow a number. The first ones are known to every club; it adds its own.
CREATE TABLE "impact_unit" (
    "id" SERIAL PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE CHECK ("key" ~ '^[a-z0-9]{1,24}$'),
    "one_en" TEXT NOT NULL,
    "many_en" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    -- Otherwise with one decimal.
    "whole_only" BOOLEAN NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "impact_unit_named" CHECK ("many_en" <> '' OR "zh" <> '')
);
INSERT INTO "impact_unit" ("key", "one_en", "many_en", "zh", "whole_only") VALUES
    ('trees', 'tree planted', 'trees planted', '棵树', true),
    ('hours', 'hour given', 'hours given', '小时志愿服务', false),
    ('books', 'book given', 'books given', '本图书', true),
    ('parcels', 'parcel given', 'parcels given', '份爱心包裹', true),
    ('litter', 'kilogram of litter collected', 'kilograms of litter collected', '公斤垃圾', false);

-- What an event counts and how much that is in all: summed anew from its counts by whoever changes one, who has it
-- locked. The club's total is the sum of these: a row an event, and nobody waits for another event's.
CREATE TABLE "impact_event" (
    "event_id" INTEGER PRIMARY KEY REFERENCES "event" ("id"),
    "unit_id" INTEGER NOT NULL REFERENCES "impact_unit" ("id"),
    "per" TEXT NOT NULL CHECK ("per" IN ('party', 'person')),
    -- In tenths, as all amounts here.
    "amount" BIGINT NOT NULL DEFAULT 0 CHECK ("amount" >= 0),
    -- How many parties, or people, were counted.
    "counted" INTEGER NOT NULL DEFAULT 0 CHECK ("counted" >= 0),
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "impact_event_unit" ON "impact_event" ("unit_id") INCLUDE ("event_id", "amount");

-- What a party did, or one of its people. It is history without a name once its family has left.
CREATE TABLE "impact_count" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "impact_event" ("event_id"),
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    -- Null where the event counts by party.
    "person_id" INTEGER REFERENCES "registration_person" ("id"),
    -- Null once it was taken back.
    "amount" INTEGER CHECK ("amount" BETWEEN 0 AND 100000),
    -- Goes up with every change: whoever changes it says which one they saw.
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "impact_count_of" UNIQUE NULLS NOT DISTINCT ("registration_id", "person_id")
);
CREATE INDEX "impact_count_event" ON "impact_count" ("event_id");
CREATE INDEX "impact_count_person" ON "impact_count" ("person_id");

-- Every count as it was, with who changed it and why.
CREATE TABLE "impact_step" (
    "count_id" INTEGER NOT NULL REFERENCES "impact_count" ("id"),
    "version" INTEGER NOT NULL,
    "amount" INTEGER,
    "reason" TEXT,
    "by" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("count_id", "version")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "impact_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "impact_step" ENABLE ALWAYS TRIGGER append_only;

-- The points that a party has for what it did: one entry of the ledger at a time.
CREATE TABLE "impact_award" (
    "registration_id" INTEGER PRIMARY KEY REFERENCES "registration" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "impact_event" ("event_id"),
    -- What it was settled for: so much, at so many points each. More points than one person may give alone are not given.
    "amount" INTEGER NOT NULL CHECK ("amount" >= 0),
    "per_unit" INTEGER NOT NULL CHECK ("per_unit" >= 0),
    "points" INTEGER NOT NULL CHECK ("points" >= 0),
    -- Null where there are no points any more.
    "entry_id" BIGINT,
    -- How often it was settled: part of the key of the entry.
    "turn" INTEGER NOT NULL
);
CREATE INDEX "impact_award_event" ON "impact_award" ("event_id");
