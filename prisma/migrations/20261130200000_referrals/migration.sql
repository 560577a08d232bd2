-- Referrals: who recommends, whom, and what became of it. See docs/decisions/referrals.md.

-- When the club works: days made up for a holiday, and its hours in minutes after midnight.
ALTER TABLE "club"
    ADD COLUMN "open_days" DATE[] DEFAULT ARRAY[]::DATE[],
    ADD COLUMN "opens_at" SMALLINT NOT NULL DEFAULT 540,
    ADD COLUMN "closes_at" SMALLINT NOT NULL DEFAULT 1080,
    ADD CONSTRAINT "club_hours" CHECK ("opens_at" >= 0 AND "opens_at" < "closes_at" AND "closes_at" <= 1440);
-- A store that keeps other days or hours than the club; nothing where it keeps the same.
ALTER TABLE "store"
    ADD COLUMN "working_days" SMALLINT[],
    ADD COLUMN "opens_at" SMALLINT,
    ADD COLUMN "closes_at" SMALLINT,
    ADD CONSTRAINT "store_hours" CHECK (("opens_at" IS NULL) = ("closes_at" IS NULL)
        AND ("opens_at" IS NULL OR "opens_at" >= 0 AND "opens_at" < "closes_at" AND "closes_at" <= 1440));

-- Whoever recommends: an owner, or anybody who proved an e-mail address.
CREATE TABLE "referrer" (
    "person_id" INTEGER PRIMARY KEY REFERENCES "person" ("id"),
    -- What the personal link ends in: random, so that it says nothing of whose it is.
    "token" TEXT NOT NULL UNIQUE,
    -- The same, to be said or typed.
    "code" TEXT NOT NULL UNIQUE,
    -- Whether the friend's page names them, by the first name.
    "shows_name" BOOLEAN NOT NULL DEFAULT false,
    -- Whether they may be named among those who recommended most.
    "is_listed" BOOLEAN NOT NULL DEFAULT false,
    -- Where the points of somebody who is not in the club are; whoever joins later takes it along.
    "account_id" BIGINT UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- A friend whom somebody named.
CREATE TABLE "lead" (
    "id" SERIAL PRIMARY KEY,
    -- What the friend's own page ends in.
    "token" TEXT NOT NULL UNIQUE,
    -- Empty once the referrer was erased.
    "referrer_id" INTEGER REFERENCES "referrer" ("person_id"),
    -- Empty once the friend asked to be forgotten.
    "friend_name" TEXT,
    "friend_phone" TEXT,
    "friend_email" TEXT,
    -- HMAC-SHA256 of the phone: by it the same friend is known again after everything else is gone.
    "phone_hash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    -- What they are interested in, as it was typed.
    "model" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    -- form: the referrer typed it; link: the friend did, on the referrer's page; desk; api: another program.
    "source" TEXT NOT NULL CHECK ("source" IN ('form', 'link', 'desk', 'api')),
    -- When the friend agreed to be called, and to which version of the privacy notice.
    "consented_at" TIMESTAMPTZ NOT NULL,
    "consent_version" INTEGER,
    -- See leads/stage.ts.
    "stage" TEXT NOT NULL DEFAULT 'submitted' CHECK ("stage" IN
        ('submitted', 'accepted', 'contacted', 'visited', 'test-drive', 'ordered', 'delivered')),
    "ended" TEXT CHECK ("ended" IN ('declined', 'lost', 'withdrawn', 'merged')),
    "end_reason" TEXT,
    -- waiting: a person looks at the signs before anything is done.
    "review" TEXT CHECK ("review" IN ('waiting', 'passed', 'refused')),
    -- The first instant at which the friend may be somebody else's; what was last really done with it decides.
    "holds_until" TIMESTAMPTZ NOT NULL,
    "store_id" INTEGER REFERENCES "store" ("id"),
    "consultant_id" INTEGER REFERENCES "person" ("id"),
    -- What is to be done next, and the first instant at which it is late.
    "next_action" TEXT,
    "next_due_at" TIMESTAMPTZ,
    -- The friend asked for a later day: the clock stands until then.
    "paused_until" TIMESTAMPTZ,
    -- When somebody of the house first talked with the friend.
    "met_at" TIMESTAMPTZ,
    "delivered_at" TIMESTAMPTZ,
    -- Whom the friend became in the club.
    "member_id" INTEGER REFERENCES "member" ("id"),
    -- The lead that goes on in its place.
    "merged_into" INTEGER REFERENCES "lead" ("id"),
    -- What the friend answered to "was this you?".
    "friend_answer" TEXT CHECK ("friend_answer" IN ('confirmed', 'declined', 'forgotten')),
    "friend_answered_at" TIMESTAMPTZ,
    -- Four figures, which the friend can tell the consultant.
    "friend_code" TEXT NOT NULL,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lead_forgotten" CHECK (("friend_name" IS NULL) = ("friend_phone" IS NULL)),
    CONSTRAINT "lead_end" CHECK ("ended" IS NOT NULL OR "end_reason" IS NULL)
);
CREATE INDEX "lead_phone" ON "lead" ("phone_hash", "id");
CREATE INDEX "lead_referrer" ON "lead" ("referrer_id", "id" DESC);
CREATE INDEX "lead_open" ON "lead" ("next_due_at", "id") WHERE "ended" IS NULL AND "stage" <> 'delivered';
CREATE INDEX "lead_consultant" ON "lead" ("consultant_id", "next_due_at") WHERE "ended" IS NULL;
CREATE INDEX "lead_member" ON "lead" ("member_id");
CREATE INDEX "lead_created" ON "lead" ("created_at");

-- What happened to a lead, with who and when. Append-only, by trigger.
CREATE TABLE "lead_step" (
    "id" BIGSERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    -- See leads/lead-step.ts.
    "step" TEXT NOT NULL,
    -- Where the lead stands after it.
    "stage" TEXT NOT NULL,
    -- Never anything of the friend: it outlasts being forgotten.
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "lead_step_lead" ON "lead_step" ("lead_id", "id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "lead_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "lead_step" ENABLE ALWAYS TRIGGER append_only;

-- A call, a message or a talk, as the consultant notes it. The notes go with the friend.
CREATE TABLE "lead_contact" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('call', 'message', 'talk')),
    -- Whether the friend was reached.
    "reached" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "lead_contact_lead" ON "lead_contact" ("lead_id", "id");

CREATE TABLE "lead_appointment" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('visit', 'test-drive')),
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "store_id" INTEGER REFERENCES "store" ("id"),
    -- The car that is driven.
    "car" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'planned' CHECK ("state" IN ('planned', 'kept', 'missed', 'cancelled')),
    -- Of its calendar entry: raised by each change.
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lead_appointment_times" CHECK ("starts_at" < "ends_at")
);
CREATE INDEX "lead_appointment_lead" ON "lead_appointment" ("lead_id", "id");
CREATE INDEX "lead_appointment_time" ON "lead_appointment" ("starts_at");

-- What speaks for a look by a person, kept as long as the club's rules say, and no longer.
CREATE TABLE "lead_sign" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    -- See leads/judge-lead.ts.
    "sign" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "forget_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE ("lead_id", "sign")
);
CREATE INDEX "lead_sign_forget" ON "lead_sign" ("forget_at");

-- Where a form or a friend's answer came from, as keyed hashes: evidence for a person, never a verdict.
CREATE TABLE "lead_origin" (
    "id" BIGSERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "whose" TEXT NOT NULL CHECK ("whose" IN ('referrer', 'friend')),
    "device_hash" BYTEA,
    "network_hash" BYTEA NOT NULL,
    "forget_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "lead_origin_lead" ON "lead_origin" ("lead_id");
CREATE INDEX "lead_origin_forget" ON "lead_origin" ("forget_at");

-- What a stage brought, once for each time it was reached; also why it brought nothing.
CREATE TABLE "lead_reward" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL REFERENCES "lead" ("id"),
    "stage" TEXT NOT NULL CHECK ("stage" IN ('accepted', 'test-drive', 'delivered', 'welcome')),
    -- Whose: the referrer's, or for a welcome the friend's.
    "account_id" BIGINT,
    "points" INTEGER NOT NULL CHECK ("points" >= 0),
    "entry_id" BIGINT,
    "available_at" TIMESTAMPTZ,
    -- See leads/rewards.ts; nothing where it was given.
    "not_given" TEXT CHECK ("not_given" IN ('month-full', 'staff', 'household', 'left')),
    "taken_back_at" TIMESTAMPTZ,
    "taken_back_reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "lead_reward_given" CHECK (("not_given" IS NULL) = ("entry_id" IS NOT NULL))
);
CREATE UNIQUE INDEX "lead_reward_stands" ON "lead_reward" ("lead_id", "stage") WHERE "taken_back_at" IS NULL;
CREATE INDEX "lead_reward_account" ON "lead_reward" ("account_id", "created_at");

-- A referrer who does not agree with what became of a lead, and what a person answered.
CREATE TABLE "lead_appeal" (
    "id" SERIAL PRIMARY KEY,
    "lead_id" INTEGER NOT NULL UNIQUE REFERENCES "lead" ("id"),
    "note" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'upheld', 'refused')),
    "answer" TEXT,
    "answered_by" INTEGER,
    "answered_at" TIMESTAMPTZ,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Who of the sales people gets leads by themselves, and of which kind.
CREATE TABLE "consultant" (
    "person_id" INTEGER PRIMARY KEY REFERENCES "person" ("id"),
    -- Empty: of every store.
    "store_id" INTEGER REFERENCES "store" ("id"),
    -- Words of models they know best; nothing for all.
    "models" TEXT[] DEFAULT ARRAY[]::TEXT[],
    -- Away until the end of this day.
    "away_through" DATE,
    -- Whose turn it is: the one who got none for the longest.
    "last_given_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
