-- The club: people, cars, service orders, imports, letters. The points ledger follows in its own migration.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "club" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'real',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fallback_secret" TEXT NOT NULL,

    CONSTRAINT "club_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_version" (
    "version" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "settings" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "password_hash" TEXT,
    "closed_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "person_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "granted_by" INTEGER,
    "granted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("person_id","role")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "user_agent" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_code" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "email_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "member" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "joined_on" DATE NOT NULL,
    "birth_month" INTEGER,
    "birth_day" INTEGER,
    "card_token" TEXT NOT NULL,
    "import_id" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tier_period" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "tier" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ,
    "cause" TEXT NOT NULL,
    "reason" TEXT,
    "granted_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tier_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "car" (
    "id" SERIAL NOT NULL,
    "vin" TEXT,
    "plate" TEXT,
    "model" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "car_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "car_holding" (
    "id" SERIAL NOT NULL,
    "car_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ,

    CONSTRAINT "car_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_order" (
    "id" SERIAL NOT NULL,
    "store_id" INTEGER NOT NULL,
    "order_number" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ NOT NULL,
    "vin" TEXT,
    "plate" TEXT,
    "vin_doubtful" BOOLEAN NOT NULL DEFAULT false,
    "model" TEXT,
    "odometer_km" INTEGER,
    "kind" TEXT NOT NULL,
    "labour_minor" INTEGER NOT NULL,
    "parts_minor" INTEGER NOT NULL,
    "discount_minor" INTEGER NOT NULL,
    "paid_minor" INTEGER NOT NULL,
    "payer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "car_id" INTEGER,
    "member_id" INTEGER,
    "award_txn_id" BIGINT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_order_version" (
    "order_id" INTEGER NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "outcome" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "import_id" INTEGER,
    "row_number" INTEGER,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_order_version_pkey" PRIMARY KEY ("order_id","content_hash")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" BYTEA,
    "file_bytes" BIGINT,
    "encoding" TEXT,
    "upload_id" INTEGER,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problem" JSONB,
    "rows_total" INTEGER,
    "lines_done" INTEGER NOT NULL DEFAULT 0,
    "lines_total" INTEGER,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "started_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "subject" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_piece" (
    "upload_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "upload_piece_pkey" PRIMARY KEY ("upload_id","position")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "key_hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ,
    "last_used_at" TIMESTAMPTZ,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_answer" (
    "client_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_answer_pkey" PRIMARY KEY ("client_id","key")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "dedup_key" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "person_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rule_version_starts_at_idx" ON "rule_version"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_phone_idx" ON "person"("phone");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_ends_at_idx" ON "session"("ends_at");

-- CreateIndex
CREATE INDEX "email_code_email_purpose_idx" ON "email_code"("email", "purpose");

-- CreateIndex
CREATE INDEX "email_code_expires_at_idx" ON "email_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "member_person_id_key" ON "member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_number_key" ON "member"("number");

-- CreateIndex
CREATE UNIQUE INDEX "member_account_id_key" ON "member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_card_token_key" ON "member"("card_token");

-- CreateIndex
CREATE INDEX "tier_period_member_id_starts_at_idx" ON "tier_period"("member_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "car_vin_key" ON "car"("vin");

-- CreateIndex
CREATE INDEX "car_plate_idx" ON "car"("plate");

-- CreateIndex
CREATE INDEX "car_holding_member_id_idx" ON "car_holding"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "store_name_key" ON "store"("name");

-- CreateIndex
CREATE INDEX "service_order_car_id_settled_at_idx" ON "service_order"("car_id", "settled_at");

-- CreateIndex
CREATE INDEX "service_order_member_id_settled_at_idx" ON "service_order"("member_id", "settled_at");

-- CreateIndex
CREATE INDEX "service_order_vin_idx" ON "service_order"("vin");

-- CreateIndex
CREATE INDEX "service_order_plate_idx" ON "service_order"("plate");

-- CreateIndex
CREATE UNIQUE INDEX "service_order_store_id_order_number_key" ON "service_order"("store_id", "order_number");

-- CreateIndex
CREATE INDEX "import_run_kind_created_at_idx" ON "import_run"("kind", "created_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_outcome_row_number_idx" ON "import_row"("import_id", "outcome", "row_number");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_key_hash_key" ON "api_client"("key_hash");

-- CreateIndex
CREATE INDEX "api_answer_created_at_idx" ON "api_answer"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedup_key_key" ON "mail"("dedup_key");

-- CreateIndex
CREATE INDEX "mail_recipient_created_at_idx" ON "mail"("recipient", "created_at");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_created_at_idx" ON "audit_entry"("subject", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_created_at_idx" ON "audit_entry"("person_id", "created_at");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tier_period" ADD CONSTRAINT "tier_period_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_holding" ADD CONSTRAINT "car_holding_car_id_fkey" FOREIGN KEY ("car_id") REFERENCES "car"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "car_holding" ADD CONSTRAINT "car_holding_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_piece" ADD CONSTRAINT "upload_piece_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language cannot say.

ALTER TABLE "club" ADD CONSTRAINT "club_single_row" CHECK (id = 1);
ALTER TABLE "club" ADD CONSTRAINT "club_mode" CHECK (mode IN ('real', 'demo'));
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower_case" CHECK (email = lower(email));
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role"
  CHECK (role IN ('desk', 'events', 'gifts', 'sales', 'finance', 'admin', 'referrer'));
ALTER TABLE "email_code" ADD CONSTRAINT "email_code_tries" CHECK (tries BETWEEN 0 AND 5);
ALTER TABLE "member" ADD CONSTRAINT "member_number_shape" CHECK (number ~ '^M[0-9]{8}$');
ALTER TABLE "tier_period" ADD CONSTRAINT "tier_period_order" CHECK (ends_at IS NULL OR ends_at > starts_at);
ALTER TABLE "car_holding" ADD CONSTRAINT "car_holding_order" CHECK (ends_at IS NULL OR ends_at >= starts_at);
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_state" CHECK (state IN ('settled', 'reversed'));
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_paid"
  CHECK (paid_minor = labour_minor + parts_minor - discount_minor);
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_state"
  CHECK (state IN ('waiting', 'running', 'finished', 'failed'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_outcome"
  CHECK (outcome IN ('new', 'unchanged', 'corrected', 'reversed', 'rejected'));

-- One car has one holder at a time, and a plate hangs on one car.
CREATE UNIQUE INDEX "car_holding_one_holder" ON "car_holding" ("car_id") WHERE ends_at IS NULL;

-- The desk's one search box: any part of a name, a number, a plate, a phone or an e-mail.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "person_name_part" ON "person" USING gin (name gin_trgm_ops);
CREATE INDEX "person_email_part" ON "person" USING gin (email gin_trgm_ops);
CREATE INDEX "person_phone_part" ON "person" USING gin (phone gin_trgm_ops);
CREATE INDEX "car_plate_part" ON "car" USING gin (plate gin_trgm_ops);
CREATE INDEX "car_vin_part" ON "car" USING gin (vin gin_trgm_ops);

-- History is added to, never changed. Grants do not bind the tables' owner, so the tables refuse by
-- themselves; TRUNCATE skips row triggers, hence the statement trigger.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append-only: % on %', tg_op, tg_table_name USING errcode = '42501';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER append_only;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "rule_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "rule_version" ENABLE ALWAYS TRIGGER append_only;
