-- Gifts of the catalogue as prizes of draws: their pieces are kept from the moment a list is closed, or a table opened.
-- See docs/decisions/draws.md.

-- What a piece is kept for, and which gift it is: several gifts may share a stock, and each has a cost of its own.
ALTER TABLE "stock_promise"
    ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'contest-prize' CHECK ("purpose" IN ('contest-prize', 'draw-prize')),
    ADD COLUMN "variant_id" INTEGER REFERENCES "gift_variant" ("id");
ALTER TABLE "stock_promise" ALTER COLUMN "purpose" DROP DEFAULT;
UPDATE "stock_promise" SET "variant_id" = coalesce(
    (SELECT prize."variant_id" FROM "contest_award" award JOIN "contest_prize" prize ON prize."id" = award."prize_id"
     WHERE award."stock_promise_id" = "stock_promise"."id"),
    (SELECT min("id") FROM "gift_variant" WHERE "stock_item_id" = "stock_promise"."item_id"));
ALTER TABLE "stock_promise" ALTER COLUMN "variant_id" SET NOT NULL;

-- The same beside each movement. Movements are append-only: those from before this migration do not say it.
ALTER TABLE "stock_movement"
    ADD COLUMN "purpose" TEXT CHECK ("purpose" IN ('contest-prize', 'draw-prize')),
    ADD COLUMN "variant_id" INTEGER REFERENCES "gift_variant" ("id"),
    ADD CONSTRAINT "stock_movement_purpose" CHECK (num_nulls("purpose", "variant_id") IN (0, 2));
CREATE INDEX "stock_movement_prizes" ON "stock_movement" ("created_at") WHERE "purpose" IS NOT NULL;

-- Null: the club has the prize by other means.
ALTER TABLE "draw_prize" ADD COLUMN "variant_id" INTEGER REFERENCES "gift_variant" ("id");
CREATE INDEX "draw_prize_variant" ON "draw_prize" ("variant_id") WHERE "variant_id" IS NOT NULL;
ALTER TABLE "prize_table_prize"
    ADD COLUMN "variant_id" INTEGER REFERENCES "gift_variant" ("id"),
    -- What does not run out cannot be kept on a shelf.
    ADD CONSTRAINT "prize_table_prize_gift" CHECK ("variant_id" IS NULL OR "pieces" IS NOT NULL);
CREATE INDEX "prize_table_prize_variant" ON "prize_table_prize" ("variant_id") WHERE "variant_id" IS NOT NULL;

-- The piece that is kept for each piece of a draw's prizes, counted as "draw_win" does. Written before the list is
-- frozen, and never changed: what became of it says its promise.
CREATE TABLE "draw_piece" (
    "draw_id" INTEGER NOT NULL REFERENCES "draw" ("id"),
    "piece" INTEGER NOT NULL CHECK ("piece" > 0),
    "stock_promise_id" INTEGER NOT NULL UNIQUE REFERENCES "stock_promise" ("id"),
    PRIMARY KEY ("draw_id", "piece")
);
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON "draw_piece" FOR EACH ROW EXECUTE FUNCTION refuse_frozen_change();
ALTER TABLE "draw_piece" ENABLE ALWAYS TRIGGER stays;

-- The same of a table from which every turn wins: its first piece is for the first turn that wins this prize.
CREATE TABLE "prize_table_piece" (
    "prize_id" INTEGER NOT NULL REFERENCES "prize_table_prize" ("id"),
    "piece" INTEGER NOT NULL CHECK ("piece" > 0),
    "stock_promise_id" INTEGER NOT NULL UNIQUE REFERENCES "stock_promise" ("id"),
    PRIMARY KEY ("prize_id", "piece")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "prize_table_piece"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "prize_table_piece" ENABLE ALWAYS TRIGGER append_only;
