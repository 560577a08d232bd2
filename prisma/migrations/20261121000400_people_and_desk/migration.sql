-- People who join by themselves, their cars and their rights; the day's work of desk, admins and finance.
-- Tables are new and empty; of the old ones only columns are added that need no rewriting.

-- AlterTable
ALTER TABLE "club" ADD COLUMN     "closed_days" DATE[] DEFAULT ARRAY[]::DATE[],
ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "contact_phone" TEXT,
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['en', 'zh-CN']::TEXT[],
ADD COLUMN     "logo_id" INTEGER,
ADD COLUMN     "working_days" SMALLINT[] DEFAULT ARRAY[1, 2, 3, 4, 5]::SMALLINT[];

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "closes_at" TIMESTAMPTZ,
ADD COLUMN     "closing_asked_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "confirmed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "second_factor_at" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "tier_period" ADD COLUMN     "withdrawn_by" INTEGER,
ADD COLUMN     "withdrawn_reason" TEXT;

-- AlterTable
ALTER TABLE "car_holding" ADD COLUMN     "end_cause" TEXT;

-- AlterTable
ALTER TABLE "store" ADD COLUMN     "closed_at" TIMESTAMPTZ,
ADD COLUMN     "name_en" TEXT;

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "reversal_asked_at" TIMESTAMPTZ,
ADD COLUMN     "reversal_asked_by" INTEGER,
ADD COLUMN     "reversal_counts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "reversal_ended_at" TIMESTAMPTZ,
ADD COLUMN     "reversal_reason" TEXT,
ADD COLUMN     "reversal_state" TEXT;

-- AlterTable
ALTER TABLE "api_client" ADD COLUMN     "created_by" INTEGER,
ADD COLUMN     "revoked_by" INTEGER;

-- CreateTable
CREATE TABLE "rule_withdrawal" (
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by" INTEGER NOT NULL,
    "withdrawn_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_withdrawal_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "authenticator" (
    "person_id" INTEGER NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ,
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_challenge" (
    "id" TEXT NOT NULL,
    "person_id" INTEGER,
    "purpose" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "auth_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_browser" (
    "person_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("person_id","token_hash")
);

-- CreateTable
CREATE TABLE "email_change" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "old_email" TEXT,
    "new_email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ,

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joining" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "member_id" INTEGER,
    "done_at" TIMESTAMPTZ,

    CONSTRAINT "joining_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" BIGSERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "wording" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "family_member_id" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choice" (
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "media" (
    "id" SERIAL NOT NULL,
    "sha256" BYTEA NOT NULL,
    "mime" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_export" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "bytes" INTEGER,
    "content" BYTEA,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ,
    "expires_at" TIMESTAMPTZ,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_member" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "relation" TEXT NOT NULL,
    "guardian_consent_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "family_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "car_claim" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "car_id" INTEGER NOT NULL,
    "order_number" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "decided_by" INTEGER,
    "decided_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "car_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_driver" (
    "id" SERIAL NOT NULL,
    "holding_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "invited_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "co_driver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "odometer_reading" (
    "id" SERIAL NOT NULL,
    "car_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "km" INTEGER NOT NULL,
    "read_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "odometer_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "car_id" INTEGER,
    "store_id" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "odometer_km" INTEGER,
    "order_number" TEXT,
    "note" TEXT,
    "order_id" INTEGER,
    "recorded_by" INTEGER NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "points_claim" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "order_number" TEXT,
    "store_id" INTEGER,
    "visited_on" DATE,
    "note" TEXT,
    "photo_id" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ NOT NULL,
    "owner_id" INTEGER,
    "reason" TEXT,
    "order_id" INTEGER,
    "entry_id" BIGINT,
    "decided_by" INTEGER,
    "decided_at" TIMESTAMPTZ,
    "filed_by" INTEGER NOT NULL,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "points_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjustment_request" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "needs_approval" BOOLEAN NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "requested_by" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" INTEGER,
    "decided_at" TIMESTAMPTZ,
    "decision_note" TEXT,
    "entry_id" BIGINT,
    "request_key" TEXT NOT NULL,

    CONSTRAINT "adjustment_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE INDEX "auth_challenge_expires_at_idx" ON "auth_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "email_change_person_id_idx" ON "email_change"("person_id");

-- CreateIndex
CREATE INDEX "joining_expires_at_idx" ON "joining"("expires_at");

-- CreateIndex
CREATE INDEX "consent_person_id_kind_id_idx" ON "consent"("person_id", "kind", "id");

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE INDEX "data_export_person_id_created_at_idx" ON "data_export"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "data_export_expires_at_idx" ON "data_export"("expires_at");

-- CreateIndex
CREATE INDEX "family_member_member_id_idx" ON "family_member"("member_id");

-- CreateIndex
CREATE INDEX "car_claim_member_id_idx" ON "car_claim"("member_id");

-- CreateIndex
CREATE INDEX "car_claim_car_id_idx" ON "car_claim"("car_id");

-- CreateIndex
CREATE INDEX "car_claim_state_created_at_idx" ON "car_claim"("state", "created_at");

-- CreateIndex
CREATE INDEX "co_driver_member_id_idx" ON "co_driver"("member_id");

-- CreateIndex
CREATE INDEX "co_driver_holding_id_idx" ON "co_driver"("holding_id");

-- CreateIndex
CREATE INDEX "odometer_reading_car_id_read_on_idx" ON "odometer_reading"("car_id", "read_on");

-- CreateIndex
CREATE INDEX "odometer_reading_member_id_read_on_idx" ON "odometer_reading"("member_id", "read_on");

-- CreateIndex
CREATE UNIQUE INDEX "reception_request_key_key" ON "reception"("request_key");

-- CreateIndex
CREATE INDEX "reception_member_id_visited_on_idx" ON "reception"("member_id", "visited_on");

-- CreateIndex
CREATE INDEX "reception_store_id_visited_on_idx" ON "reception"("store_id", "visited_on");

-- CreateIndex
CREATE UNIQUE INDEX "points_claim_request_key_key" ON "points_claim"("request_key");

-- CreateIndex
CREATE INDEX "points_claim_member_id_created_at_idx" ON "points_claim"("member_id", "created_at");

-- CreateIndex
CREATE INDEX "points_claim_state_due_at_idx" ON "points_claim"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "adjustment_request_request_key_key" ON "adjustment_request"("request_key");

-- CreateIndex
CREATE INDEX "adjustment_request_state_requested_at_idx" ON "adjustment_request"("state", "requested_at");

-- CreateIndex
CREATE INDEX "adjustment_request_member_id_idx" ON "adjustment_request"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_person_id_list_name_key" ON "saved_filter"("person_id", "list", "name");

-- CreateIndex
CREATE INDEX "person_closes_at_idx" ON "person"("closes_at");

-- CreateIndex
CREATE INDEX "member_joined_on_id_idx" ON "member"("joined_on", "id");

-- CreateIndex
CREATE INDEX "mail_person_id_created_at_idx" ON "mail"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id");

-- AddForeignKey
ALTER TABLE "club" ADD CONSTRAINT "club_logo_id_fkey" FOREIGN KEY ("logo_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_claim" ADD CONSTRAINT "car_claim_car_id_fkey" FOREIGN KEY ("car_id") REFERENCES "car"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_claim" ADD CONSTRAINT "car_claim_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_driver" ADD CONSTRAINT "co_driver_holding_id_fkey" FOREIGN KEY ("holding_id") REFERENCES "car_holding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "co_driver" ADD CONSTRAINT "co_driver_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "odometer_reading" ADD CONSTRAINT "odometer_reading_car_id_fkey" FOREIGN KEY ("car_id") REFERENCES "car"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "odometer_reading" ADD CONSTRAINT "odometer_reading_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_car_id_fkey" FOREIGN KEY ("car_id") REFERENCES "car"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "points_claim" ADD CONSTRAINT "points_claim_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "points_claim" ADD CONSTRAINT "points_claim_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "points_claim" ADD CONSTRAINT "points_claim_photo_id_fkey" FOREIGN KEY ("photo_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's language cannot say.

ALTER TABLE "club" ADD CONSTRAINT "club_languages"
  CHECK (cardinality(languages) > 0 AND languages <@ ARRAY['en', 'zh-CN']);
ALTER TABLE "club" ADD CONSTRAINT "club_working_days"
  CHECK (cardinality(working_days) > 0 AND working_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]);
ALTER TABLE "person" ADD CONSTRAINT "person_closing" CHECK ((closing_asked_at IS NULL) = (closes_at IS NULL));
ALTER TABLE "session" ADD CONSTRAINT "session_method"
  CHECK (method IN ('password', 'code', 'passkey', 'joining'));
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_lower_case" CHECK (new_email = lower(new_email));
ALTER TABLE "joining" ADD CONSTRAINT "joining_email_lower_case" CHECK (email = lower(email));
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_state"
  CHECK (state IN ('waiting', 'ready', 'failed', 'expired'));
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_relation"
  CHECK (relation IN ('child', 'partner', 'other'));
ALTER TABLE "car_holding" ADD CONSTRAINT "car_holding_end_cause" CHECK (end_cause IS NULL OR ends_at IS NOT NULL);
ALTER TABLE "car_claim" ADD CONSTRAINT "car_claim_state"
  CHECK (state IN ('open', 'granted', 'refused', 'withdrawn') AND (state = 'open') = (decided_at IS NULL));
ALTER TABLE "odometer_reading" ADD CONSTRAINT "odometer_reading_km" CHECK (km BETWEEN 0 AND 2000000);
ALTER TABLE "reception" ADD CONSTRAINT "reception_km" CHECK (odometer_km BETWEEN 0 AND 2000000);
ALTER TABLE "points_claim" ADD CONSTRAINT "points_claim_state"
  CHECK (state IN ('open', 'granted', 'refused', 'withdrawn') AND (state = 'open') = (decided_at IS NULL)
    AND (state = 'granted') = (entry_id IS NOT NULL));
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_points" CHECK (points <> 0);
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_state"
  CHECK (state IN ('waiting', 'booked', 'refused', 'withdrawn') AND (state = 'booked') = (entry_id IS NOT NULL)
    AND (state = 'waiting') = (decided_at IS NULL));
-- A second person is a second person, whatever the code above it believes.
ALTER TABLE "adjustment_request" ADD CONSTRAINT "adjustment_request_two_people"
  CHECK (NOT (needs_approval AND state = 'booked' AND decided_by = requested_by));
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_reversal_state"
  CHECK (reversal_state IN ('waiting', 'running', 'finished', 'failed'));

-- A member asks for a car once at a time, and misses the same order once at a time.
CREATE UNIQUE INDEX "car_claim_one_open" ON "car_claim" ("member_id", "car_id") WHERE state = 'open';
CREATE UNIQUE INDEX "co_driver_once" ON "co_driver" ("holding_id", "member_id") WHERE ended_at IS NULL;
CREATE UNIQUE INDEX "points_claim_one_open" ON "points_claim" ("member_id", "order_number")
  WHERE state = 'open' AND order_number IS NOT NULL;
CREATE INDEX "data_export_waiting" ON "data_export" ("id") WHERE state = 'waiting';

-- Consents are history: whoever takes one back adds a line.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "consent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "consent" ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "rule_withdrawal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "rule_withdrawal" ENABLE ALWAYS TRIGGER append_only;
