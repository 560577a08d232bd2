-- The word for a payment that nobody knows, so that its orders can be judged again once somebody does.
ALTER TABLE "service_order" ADD COLUMN "payment_word" TEXT;
CREATE INDEX "service_order_payment_word_idx" ON "service_order"("payment_word") WHERE "payment_word" IS NOT NULL;
CREATE INDEX "service_order_version_payment_word_idx" ON "service_order_version"((content ->> 'paymentWord'))
  WHERE content ->> 'paymentWord' IS NOT NULL;

-- What a club has said that words of its workshop's exports mean.
CREATE TABLE "order_word" (
    "kind" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "meaning" TEXT,
    "said_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_word_pkey" PRIMARY KEY ("kind","word"),
    CONSTRAINT "order_word_kind" CHECK (kind IN ('payment', 'work'))
);

-- Rows that cannot be read until somebody has said what a word means.
CREATE TABLE "import_row_unread" (
    "import_id" INTEGER NOT NULL,
    "row_number" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_row_unread_pkey" PRIMARY KEY ("import_id","row_number")
);
CREATE INDEX "import_row_unread_word_idx" ON "import_row_unread"("word");
