-- The day of an event: who came, as it was marked at the gates. See docs/decisions/check-in.md.

-- A way in for whoever helps on the day: a link that opens the check-in of one event, and nothing else. It ends with
-- the event's last day; what was marked by then may still arrive for a while.
CREATE TABLE "steward_link" (
    "id" SERIAL PRIMARY KEY,
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- SHA-256 of what the link ends in: the link itself is shown once, and is nowhere.
    "token_hash" BYTEA NOT NULL UNIQUE,
    -- Whom it was given to.
    "name" TEXT NOT NULL,
    -- supervisor: also searches by name and lets people in.
    "role" TEXT NOT NULL CHECK ("role" IN ('steward', 'supervisor')),
    "gate" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "steward_link_event" ON "steward_link" ("event_id", "id");

-- What somebody at a gate saw. Devices give the ids, so that one that arrives again is the same. Append-only.
CREATE TABLE "attendance_mark" (
    "id" UUID PRIMARY KEY,
    -- Whose check-in it was marked at.
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('in', 'out', 'undo')),
    -- Empty where nobody could be found for what was read.
    "registration_id" INTEGER REFERENCES "registration" ("id"),
    -- Empty where the device did not know who is of the party.
    "person_id" INTEGER REFERENCES "registration_person" ("id"),
    -- The mark that an undo takes back: it may arrive later than its undo.
    "undoes" UUID,
    -- What the device had to go by: a code that was not in its list, a name that was said.
    "seen" TEXT NOT NULL DEFAULT '',
    "people" INTEGER NOT NULL DEFAULT 0 CHECK ("people" BETWEEN 0 AND 50),
    -- What came of it when it arrived: see attendance/mark.ts.
    "answer" TEXT NOT NULL CHECK ("answer" IN ('recorded', 'provisional', 'no-place', 'other-event')),
    -- By the device's clock; and by ours.
    "at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "gate" TEXT NOT NULL,
    "device" UUID NOT NULL,
    -- Whoever marked it: a steward's link, or one of the staff.
    "steward_link_id" INTEGER REFERENCES "steward_link" ("id"),
    "by" INTEGER,

    CONSTRAINT "attendance_mark_undo" CHECK (("kind" = 'undo') = ("undoes" IS NOT NULL)),
    CONSTRAINT "attendance_mark_who" CHECK (("steward_link_id" IS NULL) <> ("by" IS NULL)),
    CONSTRAINT "attendance_mark_recorded" CHECK ("answer" <> 'recorded' OR "registration_id" IS NOT NULL OR "kind" = 'undo')
);
CREATE INDEX "attendance_mark_event" ON "attendance_mark" ("event_id", "received_at");
CREATE INDEX "attendance_mark_party" ON "attendance_mark" ("registration_id") WHERE "registration_id" IS NOT NULL;
CREATE INDEX "attendance_mark_undone" ON "attendance_mark" ("undoes") WHERE "undoes" IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "attendance_mark"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "attendance_mark" ENABLE ALWAYS TRIGGER append_only;

-- What follows from a party's coming or not: points for it, its deposit back or kept.
CREATE TABLE "attendance_outcome" (
    "registration_id" INTEGER PRIMARY KEY REFERENCES "registration" ("id"),
    "event_id" INTEGER NOT NULL REFERENCES "event" ("id"),
    -- excused: was not there, and nothing follows from it.
    "outcome" TEXT NOT NULL CHECK ("outcome" IN ('came', 'no-show', 'excused')),
    -- The ledger's entry of the points for coming.
    "points_entry_id" BIGINT,
    "deposit" TEXT CHECK ("deposit" IN ('returned', 'kept')),
    -- The ledger's entry by which a deposit was kept.
    "deposit_entry_id" BIGINT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ
);
CREATE INDEX "attendance_outcome_event" ON "attendance_outcome" ("event_id");

-- Until when somebody registers with everybody: once for a party that did not come, or was called off too late.
CREATE TABLE "early_access_delay" (
    "id" SERIAL PRIMARY KEY,
    "member_id" INTEGER NOT NULL REFERENCES "member" ("id"),
    "registration_id" INTEGER NOT NULL UNIQUE REFERENCES "registration" ("id"),
    "why" TEXT NOT NULL CHECK ("why" IN ('no-show', 'late-cancellation')),
    "until" TIMESTAMPTZ NOT NULL,
    -- What its member says against it, and what was answered.
    "objection" TEXT,
    "objected_at" TIMESTAMPTZ,
    "answer" TEXT CHECK ("answer" IN ('withdrawn', 'stays')),
    "answer_note" TEXT,
    "answered_by" INTEGER,
    "answered_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "early_access_delay_objection" CHECK (("objection" IS NULL) = ("objected_at" IS NULL)),
    CONSTRAINT "early_access_delay_answer" CHECK (("answer" IS NULL) = ("answered_at" IS NULL))
);
CREATE INDEX "early_access_delay_member" ON "early_access_delay" ("member_id", "until" DESC);
CREATE INDEX "early_access_delay_open" ON "early_access_delay" ("objected_at")
  WHERE "objected_at" IS NOT NULL AND "answered_at" IS NULL;
