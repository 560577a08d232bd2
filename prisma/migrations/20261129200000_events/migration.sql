-- Events: what the club holds, who comes, and who waits for a place. See docs/decisions/events.md.

-- Events that repeat: each of them is an event of its own, so that what is done to one leaves the others alone.
CREATE TABLE "event_series" (
    "id" SERIAL PRIMARY KEY,
    -- Which days: see events/repeats.ts.
    "rule" JSONB NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "event" (
    "id" SERIAL PRIMARY KEY,
    "slug" TEXT NOT NULL UNIQUE CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    -- What calendar programs know it by, for ever.
    "calendar_uid" TEXT NOT NULL UNIQUE,
    -- Full, running and finished follow from places and the clock.
    "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'published', 'cancelled')),
    -- As somebody types it, field by field, finished or not.
    "typed" JSONB NOT NULL,
    -- Counts its savings: who began from an older one is told, and overwrites nothing.
    "revision" INTEGER NOT NULL DEFAULT 1,
    -- What holds now: see events/plan.ts. Empty until it is published.
    "plan" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    -- Of the plan, for lists and for what is due.
    "starts_at" TIMESTAMPTZ,
    "ends_at" TIMESTAMPTZ,
    "series_id" INTEGER REFERENCES "event_series" ("id"),
    "published_at" TIMESTAMPTZ,
    "cancelled_at" TIMESTAMPTZ,
    "cancel_reason" TEXT,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_published" CHECK ("state" = 'draft' OR ("plan" IS NOT NULL AND "starts_at" < "ends_at"
      AND "published_at" IS NOT NULL AND "version" > 0)),
    CONSTRAINT "event_cancelled" CHECK (("state" = 'cancelled') = ("cancelled_at" IS NOT NULL))
);
CREATE INDEX "event_starts" ON "event" ("starts_at", "id") WHERE "state" <> 'draft';
CREATE INDEX "event_ends" ON "event" ("ends_at", "id") WHERE "state" <> 'draft';
CREATE INDEX "event_series_events" ON "event" ("series_id");

-- Every plan that held, since when and by whom: what somebody registered for can be read years later.
CREATE TABLE "event_version" (
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "version" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    -- What of it moved that people had registered for: time, place, price.
    "moved" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("event_id", "version")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "event_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "event_version" ENABLE ALWAYS TRIGGER append_only;

-- A party: a member, or somebody who walked in, with whoever comes along.
CREATE TABLE "registration" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- Empty for somebody who walked in and is not in the club.
    "member_id" INTEGER REFERENCES "member" ("id"),
    -- What its QR shows; and six characters to type.
    "token" TEXT NOT NULL UNIQUE,
    "code" TEXT NOT NULL,
    -- See registrations/registration.ts.
    "state" TEXT NOT NULL CHECK ("state" IN ('registered', 'waiting', 'cancelled', 'left', 'closed')),
    -- Of an event with sessions.
    "session" TEXT,
    "cars" INTEGER NOT NULL DEFAULT 0 CHECK ("cars" BETWEEN 0 AND 10),
    -- The car they come with, as its plate; where the event asks for one.
    "car_plate" TEXT,
    "answers" JSONB NOT NULL DEFAULT '[]',
    -- Which waiver and agreements, with their versions.
    "agreed" JSONB NOT NULL DEFAULT '[]',
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    -- The version of the event they registered for, or have agreed to since.
    "event_version" INTEGER NOT NULL,
    -- What they paid, and how: the ledger's entry, the hold of a deposit, or the payment.
    "points" INTEGER NOT NULL DEFAULT 0 CHECK ("points" >= 0),
    "entry_id" BIGINT,
    "hold_id" BIGINT,
    "money_minor" INTEGER NOT NULL DEFAULT 0 CHECK ("money_minor" >= 0),
    "payment_id" INTEGER,
    -- Let in although the event was full: by whom and why.
    "over_by" INTEGER,
    "over_reason" TEXT,
    -- owner, desk, api, walk-in
    "source" TEXT NOT NULL,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    "end_reason" TEXT,

    CONSTRAINT "registration_code" UNIQUE ("event_id", "code"),
    CONSTRAINT "registration_over" CHECK (("over_by" IS NULL) = ("over_reason" IS NULL)),
    CONSTRAINT "registration_ended" CHECK (("state" IN ('registered', 'waiting')) = ("ended_at" IS NULL))
);
-- A member comes to an event once.
CREATE UNIQUE INDEX "registration_once" ON "registration" ("event_id", "member_id")
  WHERE "state" IN ('registered', 'waiting');
CREATE INDEX "registration_event" ON "registration" ("event_id", "id");
CREATE INDEX "registration_member" ON "registration" ("member_id", "id" DESC);
CREATE INDEX "registration_payment" ON "registration" ("payment_id") WHERE "payment_id" IS NOT NULL;

-- Whoever comes with a party. Each of them who comes is a place taken.
CREATE TABLE "registration_person" (
    "id" SERIAL PRIMARY KEY,
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "role" TEXT NOT NULL CHECK ("role" IN ('adult', 'child')),
    "name" TEXT NOT NULL,
    "birth_date" DATE,
    "phone" TEXT,
    "family_member_id" INTEGER REFERENCES "family_member" ("id"),
    -- The member themselves.
    "is_member" BOOLEAN NOT NULL DEFAULT FALSE,
    "drives" BOOLEAN NOT NULL DEFAULT FALSE,
    -- Of a child, by its age on the event's day; empty where none fits or none is asked for.
    "bracket" TEXT,
    -- coming: has a place. waiting: for one. out: comes no more.
    "state" TEXT NOT NULL CHECK ("state" IN ('coming', 'waiting', 'out')),
    -- Would come also where others of the party find no place.
    "in_fewer" BOOLEAN NOT NULL DEFAULT FALSE,
    "answers" JSONB NOT NULL DEFAULT '[]',
    -- What a guardian agreed to for a child: taking_part, photographs, artwork.
    "consents" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "registration_person_party" ON "registration_person" ("registration_id");
CREATE INDEX "registration_person_coming" ON "registration_person" ("event_id") WHERE "state" = 'coming';
CREATE INDEX "registration_person_family" ON "registration_person" ("family_member_id") WHERE "family_member_id" IS NOT NULL;

-- What must be known on the day, and is forgotten fourteen days after it.
CREATE TABLE "registration_care" (
    "registration_id" INTEGER PRIMARY KEY REFERENCES "registration" ("id"),
    "emergency_name" TEXT NOT NULL DEFAULT '',
    "emergency_phone" TEXT NOT NULL DEFAULT '',
    -- Who may take the children home.
    "collectors" TEXT NOT NULL DEFAULT '',
    -- By registration_person's id.
    "allergies" JSONB NOT NULL DEFAULT '{}'
);

-- What happened to a party, with who and when. Append-only, by trigger.
CREATE TABLE "registration_step" (
    "id" BIGSERIAL PRIMARY KEY,
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    "step" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "registration_step_party" ON "registration_step" ("registration_id", "id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "registration_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "registration_step" ENABLE ALWAYS TRIGGER append_only;

-- A place in the line: of a party that has no places yet, or of those of a registered one who have none. The order
-- of the ids is the order of the line: they are given under the event's lock.
CREATE TABLE "waitlist_entry" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "registration_id" INTEGER NOT NULL REFERENCES "registration" ("id"),
    -- open: waits or has an offer. done: has places. left: they left it. closed: the list ended.
    "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'done', 'left', 'closed')),
    -- How often smaller parties were let past.
    "passed" INTEGER NOT NULL DEFAULT 0 CHECK ("passed" >= 0),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    CONSTRAINT "waitlist_entry_ended" CHECK (("state" = 'open') = ("ended_at" IS NULL))
);
CREATE UNIQUE INDEX "waitlist_entry_once" ON "waitlist_entry" ("registration_id") WHERE "state" = 'open';
CREATE INDEX "waitlist_entry_line" ON "waitlist_entry" ("event_id", "id") WHERE "state" = 'open';

-- Places held for somebody who waits, until they say yes or no or the time is over.
CREATE TABLE "waitlist_offer" (
    "id" SERIAL PRIMARY KEY,
    "entry_id" INTEGER NOT NULL REFERENCES "waitlist_entry" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- For all who wait, or only for those who would also come without the others.
    "fewer" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open' CHECK ("state" IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    "ends_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,
    CONSTRAINT "waitlist_offer_ended" CHECK (("state" = 'open') = ("ended_at" IS NULL))
);
CREATE UNIQUE INDEX "waitlist_offer_once" ON "waitlist_offer" ("entry_id") WHERE "state" = 'open';
CREATE INDEX "waitlist_offer_held" ON "waitlist_offer" ("event_id") WHERE "state" = 'open';
CREATE INDEX "waitlist_offer_due" ON "waitlist_offer" ("ends_at") WHERE "state" = 'open';
