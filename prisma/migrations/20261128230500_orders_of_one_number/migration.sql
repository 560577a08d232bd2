-- Workshops begin their numbers again: store and number are an order's identity only with the turn.
ALTER TABLE "service_order" ADD COLUMN "turn" SMALLINT NOT NULL DEFAULT 1;
DROP INDEX "service_order_store_id_order_number_key";
CREATE UNIQUE INDEX "service_order_store_id_order_number_turn_key"
  ON "service_order"("store_id", "order_number", "turn");

-- Rows of which only a person can say which order they are about.
CREATE TABLE "order_row_waiting" (
    "id" SERIAL NOT NULL,
    "store_id" INTEGER NOT NULL,
    "order_number" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "flags" JSONB NOT NULL,
    "order_id" INTEGER,
    "import_id" INTEGER,
    "row_number" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_out_at" TIMESTAMPTZ,

    CONSTRAINT "order_row_waiting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "order_row_waiting_content_hash_key" ON "order_row_waiting"("content_hash");
CREATE INDEX "order_row_waiting_import_id_idx" ON "order_row_waiting"("import_id");
