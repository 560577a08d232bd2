-- The form of an event says nothing where registering closes, or cancelling stops being free, when the event begins: it
-- follows the beginning wherever that is moved. Forms that were kept before say the same moment twice.
UPDATE "event" SET "typed" = jsonb_set("typed", '{closesAt}', '""')
WHERE "typed"->>'closesAt' = "typed"->>'startsAt' AND "typed"->>'closesAt' <> '';
UPDATE "event" SET "typed" = jsonb_set("typed", '{freeUntil}', '""')
WHERE "typed"->>'freeUntil' = "typed"->>'startsAt' AND "typed"->>'freeUntil' <> '';
