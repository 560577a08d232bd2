-- A store that a file or the API named and nobody knows: the club is asked whether it is one of its own.
ALTER TABLE "store" ADD COLUMN "asked_since" TIMESTAMPTZ, ADD COLUMN "first_import_id" INTEGER;

-- Other names by which files know a store.
CREATE TABLE "store_alias" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "store_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_alias_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "store_alias_store_id_idx" ON "store_alias"("store_id");
ALTER TABLE "store_alias" ADD CONSTRAINT "store_alias_store_id_fkey" FOREIGN KEY ("store_id")
  REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row can also wait for what a store turns out to be.
ALTER TABLE "order_row_waiting" ADD COLUMN "asks_store_id" INTEGER;
