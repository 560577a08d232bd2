-- Campaigns of referrals: what a friend brings beyond the rules who is named within a window. What is promised is
-- kept in versions, as the rule book is: a lead keeps the one that it was named under.
CREATE TABLE "campaign" (
    "id" SERIAL PRIMARY KEY,
    "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'published', 'stopped')),
    -- Counts its changes: who saves an older page is told.
    "revision" INTEGER NOT NULL DEFAULT 1,
    -- The version that holds for whoever is named now.
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ,
    "stopped_at" TIMESTAMPTZ,
    -- The form's that began it: sent twice it is one campaign.
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "campaign_published" CHECK (("state" = 'draft') = ("published_at" IS NULL)),
    CONSTRAINT "campaign_stopped" CHECK (("state" = 'stopped') = ("stopped_at" IS NOT NULL))
);

CREATE TABLE "campaign_version" (
    "campaign_id" INTEGER NOT NULL REFERENCES "campaign" ("id"),
    "version" INTEGER NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "about_en" TEXT NOT NULL,
    "about_zh" TEXT NOT NULL,
    -- Days of the club, both included. A draft may lack them.
    "first_day" DATE,
    "last_day" DATE,
    -- The last day on which a stage may be reached; none: whenever it is.
    "reach_by" DATE,
    -- silver, gold, none; empty: whoever it is. The same for those that follow.
    "tiers" TEXT[],
    "programmes" TEXT[],
    "store_ids" INTEGER[],
    "models" TEXT[],
    -- Points on top at a stage: so many, or so many per cent of the stage's own.
    "stage" TEXT CHECK ("stage" IN ('accepted', 'test-drive', 'delivered')),
    "points" INTEGER CHECK ("points" > 0),
    "percent" INTEGER CHECK ("percent" > 0),
    -- A gift at delivery.
    "variant_id" INTEGER REFERENCES "gift_variant" ("id"),
    "cap_per_referrer" INTEGER CHECK ("cap_per_referrer" > 0),
    "cap_total" INTEGER CHECK ("cap_total" > 0),
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("campaign_id", "version"),
    CONSTRAINT "campaign_version_days" CHECK ("first_day" <= "last_day" AND "last_day" <= "reach_by"),
    CONSTRAINT "campaign_version_points" CHECK (
        num_nonnulls("points", "percent") <= 1 AND ("stage" IS NULL) = (num_nonnulls("points", "percent") = 0))
);

-- What a lead was promised when it was named.
CREATE TABLE "campaign_promise" (
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "campaign_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("lead_id", "campaign_id"),
    FOREIGN KEY ("campaign_id", "version") REFERENCES "campaign_version" ("campaign_id", "version")
);
CREATE INDEX "campaign_promise_campaign" ON "campaign_promise" ("campaign_id", "version");

-- What a campaign brought, or did not and why. It stands as long as the reward of the lead's stage stands.
CREATE TABLE "campaign_award" (
    "id" SERIAL PRIMARY KEY,
    "campaign_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "reward_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "what" TEXT NOT NULL CHECK ("what" IN ('points', 'gift')),
    "points" INTEGER NOT NULL DEFAULT 0,
    "entry_id" BIGINT,
    "available_at" TIMESTAMPTZ,
    "variant_id" INTEGER REFERENCES "gift_variant" ("id"),
    "redemption_id" INTEGER REFERENCES "redemption" ("id"),
    -- Why a gift is not the referrer's yet: member, stock.
    "waits" TEXT CHECK ("waits" IN ('member', 'stock')),
    "handed_out_at" TIMESTAMPTZ,
    "handed_out_by" INTEGER,
    -- referrer-full, all-given, too-late, other-store.
    "not_given" TEXT,
    "taken_back_at" TIMESTAMPTZ,
    "taken_back_reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY ("campaign_id", "version") REFERENCES "campaign_version" ("campaign_id", "version"),
    CONSTRAINT "campaign_award_gift" CHECK (("what" = 'gift') = ("variant_id" IS NOT NULL))
);
CREATE INDEX "campaign_award_lead" ON "campaign_award" ("lead_id");
CREATE INDEX "campaign_award_reward" ON "campaign_award" ("reward_id");
CREATE INDEX "campaign_award_campaign" ON "campaign_award" ("campaign_id") WHERE "not_given" IS NULL AND "taken_back_at" IS NULL;
CREATE INDEX "campaign_award_waits" ON "campaign_award" ("id") WHERE "waits" IS NOT NULL AND "taken_back_at" IS NULL;
CREATE UNIQUE INDEX "campaign_award_redemption" ON "campaign_award" ("redemption_id") WHERE "redemption_id" IS NOT NULL;

-- What a VIP referrer gets, in an admin's words.
CREATE TABLE "vip_benefits" (
    "version" INTEGER PRIMARY KEY,
    "body_en" TEXT NOT NULL,
    "body_zh" TEXT NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
