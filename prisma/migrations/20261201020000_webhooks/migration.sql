-- Other programs are told what happens: where to, of what, and what became of each message. See
-- docs/decisions/webhooks.md. New tables: nothing is rewritten.
CREATE TABLE "webhook_endpoint" (
  "id" SERIAL PRIMARY KEY,
  "url" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "events" TEXT[],
  -- Encrypted: it has to be read again for every message.
  "secret" BYTEA NOT NULL,
  -- What the endpoint's program may still have: signs as well until then.
  "old_secret" BYTEA,
  "old_secret_until" TIMESTAMPTZ,
  "off_at" TIMESTAMPTZ,
  "off_why" TEXT CHECK ("off_why" IN ('by-hand', 'gone', 'failing')),
  -- Since when nothing has got through; null where the last did.
  "failing_since" TIMESTAMPTZ,
  -- A form that is sent twice is one endpoint.
  "request_key" TEXT NOT NULL UNIQUE,
  "created_by" INTEGER,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "webhook_endpoint_off" CHECK (("off_at" IS NULL) = ("off_why" IS NULL)),
  CONSTRAINT "webhook_endpoint_old_secret" CHECK (("old_secret" IS NULL) = ("old_secret_until" IS NULL))
);

-- What happened, as it is told. Its id grows: of two about one lead the higher came later.
CREATE TABLE "webhook_event" (
  "id" SERIAL PRIMARY KEY,
  -- The message's id for whoever gets it, the same however often it is sent.
  "token" TEXT NOT NULL UNIQUE,
  "type" TEXT NOT NULL,
  -- Never a name, a phone or an address.
  "data" JSONB NOT NULL,
  "happened_at" TIMESTAMPTZ NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "webhook_event_created" ON "webhook_event" ("created_at");

CREATE TABLE "webhook_delivery" (
  "id" SERIAL PRIMARY KEY,
  "endpoint_id" INTEGER NOT NULL REFERENCES "webhook_endpoint" ("id") ON DELETE CASCADE,
  "event_id" INTEGER NOT NULL REFERENCES "webhook_event" ("id") ON DELETE CASCADE,
  "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'sent', 'failed')),
  -- Begun since it was last handed to the queue.
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_at" TIMESTAMPTZ,
  -- Somebody sends it: nobody else does for a while.
  "claimed_at" TIMESTAMPTZ,
  -- Of the last attempt: the answer's status, or why there was none.
  "tried_at" TIMESTAMPTZ,
  "took_ms" INTEGER,
  "status" SMALLINT,
  "failure" TEXT,
  CONSTRAINT "webhook_delivery_once" UNIQUE ("endpoint_id", "event_id"),
  CONSTRAINT "webhook_delivery_next" CHECK (("next_at" IS NOT NULL) = ("state" = 'waiting'))
);
CREATE INDEX "webhook_delivery_list" ON "webhook_delivery" ("endpoint_id", "id" DESC);
CREATE INDEX "webhook_delivery_event" ON "webhook_delivery" ("event_id");
CREATE INDEX "webhook_delivery_failed" ON "webhook_delivery" ("endpoint_id", "id" DESC) WHERE "state" = 'failed';
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery" ("endpoint_id") WHERE "state" = 'waiting';
