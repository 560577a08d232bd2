-- Gifts that run low, and that whoever keeps them was written to about: once, until there are enough again.
CREATE TABLE "low_stock_warning" (
    "gift_id" INTEGER PRIMARY KEY REFERENCES "gift" ("id"),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
