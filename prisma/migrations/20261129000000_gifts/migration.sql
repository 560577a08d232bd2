-- Gifts: what there is of them, what members take of it, and what becomes of that. See docs/decisions/gifts.md.

-- What lies on the shelves. Several gifts, or several sizes of one, may share a stock.
CREATE TABLE "stock_item" (
    "id" SERIAL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- How many pieces there are in a place, and how many of them are promised. Nobody types this: it is what the
-- movements add up to, kept by their trigger, so that a shelf can be locked and looked at without reading its history.
CREATE TABLE "stock_level" (
    "id" SERIAL PRIMARY KEY,
    "item_id" INTEGER NOT NULL REFERENCES "stock_item" ("id"),
    -- Empty: the club's store room.
    "store_id" INTEGER REFERENCES "store" ("id"),
    "on_hand" INTEGER NOT NULL DEFAULT 0 CHECK ("on_hand" >= 0),
    "reserved" INTEGER NOT NULL DEFAULT 0 CHECK ("reserved" >= 0),

    CONSTRAINT "stock_level_place" UNIQUE NULLS NOT DISTINCT ("item_id", "store_id")
) WITH (fillfactor = 70);

CREATE TABLE "stock_movement" (
    "id" BIGSERIAL PRIMARY KEY,
    "item_id" INTEGER NOT NULL,
    "store_id" INTEGER,
    "kind" TEXT NOT NULL,
    -- What the movement adds to the shelf, and to what is promised of it.
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "redemption_id" INTEGER,
    "created_by" INTEGER,
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_movement_kind" CHECK (CASE "kind"
      WHEN 'in' THEN on_hand > 0 AND reserved = 0
      WHEN 'out' THEN on_hand < 0 AND reserved = 0 AND reason IS NOT NULL
      WHEN 'count' THEN on_hand <> 0 AND reserved = 0 AND reason IS NOT NULL
      WHEN 'reserve' THEN on_hand = 0 AND reserved > 0
      WHEN 'release' THEN on_hand = 0 AND reserved < 0
      WHEN 'hand-over' THEN on_hand < 0 AND reserved IN (0, on_hand)
      WHEN 'return' THEN on_hand > 0 AND reserved = 0
      WHEN 'exchange' THEN on_hand < 0 AND reserved = 0 AND reason IS NOT NULL
      WHEN 'transfer-out' THEN on_hand < 0 AND reserved IN (0, on_hand)
      WHEN 'transfer-in' THEN on_hand > 0 AND reserved IN (0, on_hand)
      ELSE false
    END)
);
CREATE INDEX "stock_movement_item" ON "stock_movement" ("item_id", "id");
CREATE INDEX "stock_movement_redemption" ON "stock_movement" ("redemption_id") WHERE "redemption_id" IS NOT NULL;
CREATE UNIQUE INDEX "stock_movement_request" ON "stock_movement" ("request_key") WHERE "request_key" IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "stock_movement"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "stock_movement" ENABLE ALWAYS TRIGGER append_only;

-- A movement moves its shelf in the same statement. A shelf that would fall below nought refuses it (23514).
CREATE FUNCTION move_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOOP
    UPDATE stock_level SET on_hand = on_hand + new.on_hand, reserved = reserved + new.reserved
      WHERE item_id = new.item_id AND store_id IS NOT DISTINCT FROM new.store_id;
    EXIT WHEN found;
    INSERT INTO stock_level (item_id, store_id) VALUES (new.item_id, new.store_id)
      ON CONFLICT ON CONSTRAINT stock_level_place DO NOTHING;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER moves_stock AFTER INSERT ON "stock_movement" FOR EACH ROW EXECUTE FUNCTION move_stock();
ALTER TABLE "stock_movement" ENABLE ALWAYS TRIGGER moves_stock;

-- Only a movement changes a shelf: at depth one it would be somebody typing a number.
CREATE FUNCTION refuse_typed_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'stock follows from its movements: % on %', tg_op, tg_table_name USING errcode = '42501';
END $$;
CREATE TRIGGER moved_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "stock_level"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_typed_stock();
ALTER TABLE "stock_level" ENABLE ALWAYS TRIGGER moved_only;

-- The catalogue.
CREATE TABLE "gift" (
    "id" SERIAL PRIMARY KEY,
    "sku" TEXT NOT NULL UNIQUE CHECK ("sku" ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('keepsake', 'car-care', 'experience', 'voucher')),
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "about_en" TEXT NOT NULL DEFAULT '',
    "about_zh" TEXT NOT NULL DEFAULT '',
    "points" INTEGER NOT NULL CHECK ("points" >= 0),
    "money_minor" INTEGER NOT NULL DEFAULT 0 CHECK ("money_minor" >= 0),
    "currency" TEXT NOT NULL CHECK ("currency" ~ '^[A-Z]{3}$'),
    -- What it costs the club, a piece; empty: not known.
    "cost_minor" INTEGER CHECK ("cost_minor" >= 0),
    "tier" TEXT NOT NULL DEFAULT 'silver' CHECK ("tier" IN ('silver', 'gold')),
    "limit_per_member" INTEGER CHECK ("limit_per_member" > 0),
    "limit_total" INTEGER CHECK ("limit_total" > 0),
    "fulfilment" TEXT NOT NULL CHECK ("fulfilment" IN ('collect', 'ship', 'voucher')),
    "voucher_uses" INTEGER NOT NULL DEFAULT 1 CHECK ("voucher_uses" BETWEEN 1 AND 100),
    "voucher_days" INTEGER NOT NULL DEFAULT 365 CHECK ("voucher_days" BETWEEN 1 AND 3650),
    "drawing" TEXT,
    "visible_from" TIMESTAMPTZ,
    "visible_until" TIMESTAMPTZ,
    "available_from" TIMESTAMPTZ,
    "available_until" TIMESTAMPTZ,
    -- At this many free pieces whoever keeps the gifts is warned.
    "low_at" INTEGER CHECK ("low_at" >= 0),
    "position" INTEGER NOT NULL DEFAULT 0,
    -- Counts its changes: a form that began before the last one is asked again.
    "revision" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_costs_something" CHECK ("points" > 0 OR "money_minor" > 0),
    CONSTRAINT "gift_visible" CHECK ("visible_from" < "visible_until"),
    CONSTRAINT "gift_available" CHECK ("available_from" < "available_until")
);
CREATE INDEX "gift_order" ON "gift" ("position", "id") WHERE "archived_at" IS NULL;

-- The small print of a gift, in versions: a receipt names the one that was shown.
CREATE TABLE "gift_terms" (
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "body_en" TEXT NOT NULL,
    "body_zh" TEXT NOT NULL,
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_terms_pkey" PRIMARY KEY ("gift_id", "version")
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "gift_terms"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "gift_terms" ENABLE ALWAYS TRIGGER append_only;

-- A size, a colour. A gift without any has one with no name.
CREATE TABLE "gift_variant" (
    "id" SERIAL PRIMARY KEY,
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "sku" TEXT NOT NULL UNIQUE,
    "name_en" TEXT NOT NULL DEFAULT '',
    "name_zh" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "stock_item_id" INTEGER NOT NULL REFERENCES "stock_item" ("id"),
    "archived_at" TIMESTAMPTZ
);
CREATE INDEX "gift_variant_gift" ON "gift_variant" ("gift_id");
CREATE INDEX "gift_variant_stock" ON "gift_variant" ("stock_item_id");

-- A photo in three sizes, re-encoded.
CREATE TABLE "gift_photo" (
    "id" SERIAL PRIMARY KEY,
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "position" INTEGER NOT NULL DEFAULT 0,
    "small_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "medium_id" INTEGER NOT NULL REFERENCES "media" ("id"),
    "large_id" INTEGER NOT NULL REFERENCES "media" ("id")
);
CREATE INDEX "gift_photo_gift" ON "gift_photo" ("gift_id", "position");
CREATE INDEX "gift_photo_small" ON "gift_photo" ("small_id");
CREATE INDEX "gift_photo_medium" ON "gift_photo" ("medium_id");
CREATE INDEX "gift_photo_large" ON "gift_photo" ("large_id");

-- A gift that a member took: at the price, under the name and the terms of that moment.
CREATE TABLE "redemption" (
    "id" SERIAL PRIMARY KEY,
    -- What its QR shows at the desk.
    "code" TEXT NOT NULL UNIQUE,
    "member_id" INTEGER NOT NULL REFERENCES "member" ("id"),
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "variant_id" INTEGER NOT NULL REFERENCES "gift_variant" ("id"),
    "quantity" INTEGER NOT NULL CHECK ("quantity" > 0),
    "points" INTEGER NOT NULL CHECK ("points" >= 0),
    "money_minor" INTEGER NOT NULL CHECK ("money_minor" >= 0),
    "currency" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "terms_version" INTEGER,
    "fulfilment" TEXT NOT NULL CHECK ("fulfilment" IN ('collect', 'ship', 'voucher')),
    "state" TEXT NOT NULL CHECK ("state" IN
      ('requested', 'ready', 'collected', 'shipped', 'delivered', 'returned', 'issued', 'used', 'cancelled', 'lapsed')),
    -- Where it is to be collected.
    "collect_store_id" INTEGER REFERENCES "store" ("id"),
    -- Whose shelf the piece is promised from; empty: the store room's.
    "stock_item_id" INTEGER NOT NULL REFERENCES "stock_item" ("id"),
    "stock_store_id" INTEGER REFERENCES "store" ("id"),
    -- Somebody else who may collect it, as the owner named them.
    "collector_name" TEXT,
    -- Where to ship it; taken away when it is not needed any more.
    "address" JSONB,
    "carrier" TEXT,
    "tracking_number" TEXT,
    -- The ledger's entry of the points; empty where it took none.
    "entry_id" BIGINT,
    "payment_id" INTEGER,
    -- The first instant at which it has not been collected in time.
    "collect_by" TIMESTAMPTZ,
    "request_key" TEXT NOT NULL UNIQUE,
    "created_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redemption_place" CHECK (("fulfilment" = 'collect') = ("collect_store_id" IS NOT NULL)),
    CONSTRAINT "redemption_entry" CHECK ("points" = 0 OR "entry_id" IS NOT NULL)
);
CREATE INDEX "redemption_member" ON "redemption" ("member_id", "id" DESC);
CREATE INDEX "redemption_gift" ON "redemption" ("gift_id", "member_id");
CREATE INDEX "redemption_open" ON "redemption" ("state", "created_at")
  WHERE "state" IN ('requested', 'ready', 'shipped', 'issued');
CREATE INDEX "redemption_collect_by" ON "redemption" ("collect_by") WHERE "state" = 'ready';
CREATE INDEX "redemption_payment" ON "redemption" ("payment_id") WHERE "payment_id" IS NOT NULL;
CREATE INDEX "redemption_created" ON "redemption" ("created_at");

-- Every step of it, with who and when.
CREATE TABLE "redemption_step" (
    "id" BIGSERIAL PRIMARY KEY,
    "redemption_id" INTEGER NOT NULL REFERENCES "redemption" ("id"),
    "step" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_by" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "redemption_step_redemption" ON "redemption_step" ("redemption_id", "id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "redemption_step"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "redemption_step" ENABLE ALWAYS TRIGGER append_only;

-- What a voucher is worth at the desk.
CREATE TABLE "voucher" (
    "id" SERIAL PRIMARY KEY,
    "redemption_id" INTEGER NOT NULL UNIQUE REFERENCES "redemption" ("id"),
    "code" TEXT NOT NULL UNIQUE CHECK (length("code") >= 12),
    "uses" INTEGER NOT NULL CHECK ("uses" > 0),
    -- The last day on which it is good, on the club's calendar.
    "valid_through" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "voucher_valid_through" ON "voucher" ("valid_through");

CREATE TABLE "voucher_use" (
    "id" SERIAL PRIMARY KEY,
    "voucher_id" INTEGER NOT NULL REFERENCES "voucher" ("id"),
    "used_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_by" INTEGER NOT NULL,
    "store_id" INTEGER REFERENCES "store" ("id"),
    "request_key" TEXT NOT NULL UNIQUE,
    "undone_at" TIMESTAMPTZ,
    "undone_by" INTEGER,
    "undo_reason" TEXT,

    CONSTRAINT "voucher_use_undone" CHECK (
      ("undone_at" IS NULL) = ("undone_by" IS NULL) AND ("undone_at" IS NULL) = ("undo_reason" IS NULL))
);
CREATE INDEX "voucher_use_voucher" ON "voucher_use" ("voucher_id");

-- What a member saves for.
CREATE TABLE "gift_goal" (
    "member_id" INTEGER NOT NULL REFERENCES "member" ("id"),
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "points" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_goal_pkey" PRIMARY KEY ("member_id", "gift_id")
);
CREATE INDEX "gift_goal_gift" ON "gift_goal" ("gift_id");

-- What those who save for a gift were told of it, so that nobody is told twice.
CREATE TABLE "gift_notice" (
    "id" SERIAL PRIMARY KEY,
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('back', 'going', 'withdrawn', 'price')),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "gift_notice_gift" ON "gift_notice" ("gift_id", "kind", "created_at");

-- What was asked for and not there.
CREATE TABLE "gift_missed" (
    "gift_id" INTEGER NOT NULL REFERENCES "gift" ("id"),
    "member_id" INTEGER NOT NULL REFERENCES "member" ("id"),
    "missed_on" DATE NOT NULL,

    CONSTRAINT "gift_missed_pkey" PRIMARY KEY ("gift_id", "member_id", "missed_on")
);
