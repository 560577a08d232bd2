-- What an import brought to which orders, for taking a mistaken one back.
CREATE INDEX "service_order_version_import_id_order_id_idx" ON "service_order_version"("import_id", "order_id");
-- Whom a roll brought in.
CREATE INDEX "member_import_id_id_idx" ON "member"("import_id", "id");

-- What a roll made of somebody's contact data, so that it can be put back. Kept for some months, and not for people who have left.
CREATE TABLE "contact_correction" (
    "import_id" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "former" JSONB NOT NULL,
    "taken" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_correction_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateIndex
CREATE INDEX "contact_correction_created_at_idx" ON "contact_correction"("created_at");

-- CreateIndex
CREATE INDEX "contact_correction_person_id_idx" ON "contact_correction"("person_id");
