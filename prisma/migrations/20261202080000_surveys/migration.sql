-- How those who came liked an event. See docs/decisions/surveys.md.

CREATE TABLE "survey" (
    "event_id" INTEGER PRIMARY KEY REFERENCES "event" ("id"),
    -- A question of the club's own, beside those that are always asked; empty where there is none.
    "question_en" TEXT NOT NULL DEFAULT '',
    "question_zh" TEXT NOT NULL DEFAULT '',
    -- What is promised to those who answer, and until when, as the rules were when the first was asked.
    "opened_at" TIMESTAMPTZ,
    "points" INTEGER CHECK ("points" >= 0),
    -- The first instant at which nothing is taken any more.
    "closes_at" TIMESTAMPTZ,

    CONSTRAINT "survey_opened" CHECK (num_nulls("opened_at", "points", "closes_at") IN (0, 3))
);

-- A party that came and was asked.
CREATE TABLE "survey_ask" (
    "registration_id" INTEGER PRIMARY KEY REFERENCES "registration" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "survey" ("event_id"),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "survey_ask_event" ON "survey_ask" ("event_id", "registration_id");

-- What a party says. Of somebody who has left the club the figures stay, without the party and without words.
CREATE TABLE "survey_answer" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "survey" ("event_id"),
    "registration_id" INTEGER UNIQUE REFERENCES "survey_ask" ("registration_id"),
    "score" SMALLINT NOT NULL CHECK ("score" BETWEEN 1 AND 5),
    "best" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "recommends" SMALLINT CHECK ("recommends" BETWEEN 0 AND 10),
    "words" TEXT NOT NULL DEFAULT '',
    "own_words" TEXT NOT NULL DEFAULT '',
    -- The club may say whose words these are.
    "named" BOOLEAN NOT NULL DEFAULT FALSE,
    -- As it was when they answered; null for who is not in the club.
    "tier" TEXT CHECK ("tier" IN ('silver', 'gold')),
    "is_first" BOOLEAN,
    -- The ledger's entry.
    "points_entry_id" BIGINT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ
);
CREATE INDEX "survey_answer_event" ON "survey_answer" ("event_id", "id");
