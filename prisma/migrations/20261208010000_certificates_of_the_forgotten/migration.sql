-- Whoever is taken out of a contest for good is taken off what certifies its places: the code goes on being confirmed,
-- without a name, as long as the entry has that place.
ALTER TABLE "certificate"
    -- The entry that was theirs, once it is nobody's.
    ADD COLUMN "entry_id" INTEGER REFERENCES "contest_entry" ("id"),
    ADD CONSTRAINT "certificate_entry" CHECK (
        "entry_id" IS NULL OR "contest_id" IS NOT NULL AND num_nonnulls("person_id", "name") = 0);
CREATE INDEX "certificate_of_entry" ON "certificate" ("entry_id") WHERE "entry_id" IS NOT NULL;

-- Those of whom it was done before: the prize says whose the entry was.
UPDATE "certificate" SET "entry_id" = entry."id", "name" = NULL, "name_typed" = FALSE, "person_id" = NULL,
    "family_member_id" = NULL
FROM "contest_entry" entry JOIN "contest_award" award ON award."entry_id" = entry."id" AND award."ended_at" IS NULL
WHERE entry."erased_at" IS NOT NULL AND entry."contest_id" = "certificate"."contest_id"
    AND award."registration_person_id" = "certificate"."person_id";
-- Of those who have left the club it is not kept whose was which: of the entries that have that place now, one each.
UPDATE "certificate" SET "entry_id" = placed."id"
FROM (
    SELECT "id", "contest_id", coalesce("bracket", '') AS "bracket", coalesce(("says" ->> 'rank')::integer, 1) AS "rank",
        row_number() OVER (PARTITION BY "contest_id", "bracket", "says" ->> 'rank' ORDER BY "id") AS "turn"
    FROM "certificate"
    WHERE "contest_id" IS NOT NULL AND "person_id" IS NULL AND "entry_id" IS NULL AND "state" = 'valid'
) nobodys JOIN (
    SELECT entry."id", entry."contest_id", coalesce(entry."bracket", '') AS "bracket", prize."rank",
        row_number() OVER (PARTITION BY entry."contest_id", entry."bracket", prize."rank" ORDER BY entry."id") AS "turn"
    FROM "contest_entry" entry
    JOIN "contest_award" award ON award."entry_id" = entry."id" AND award."ended_at" IS NULL
    JOIN "contest_prize" prize ON prize."id" = award."prize_id"
    WHERE entry."erased_at" IS NOT NULL
        AND NOT EXISTS (SELECT FROM "certificate" known WHERE known."entry_id" = entry."id")
) placed USING ("contest_id", "bracket", "rank", "turn")
WHERE "certificate"."id" = nobodys."id";

CREATE FUNCTION "certificate_forgets_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "certificate" SET "entry_id" = OLD."id", "name" = NULL, "name_typed" = FALSE, "person_id" = NULL,
        "family_member_id" = NULL
    WHERE "contest_id" = OLD."contest_id" AND "person_id" = OLD."registration_person_id";
    RETURN NULL;
END;
$$;
CREATE TRIGGER "certificate_forgets_entry" AFTER UPDATE ON "contest_entry"
    FOR EACH ROW WHEN (OLD."erased_at" IS NULL AND NEW."erased_at" IS NOT NULL)
    EXECUTE FUNCTION "certificate_forgets_entry"();
