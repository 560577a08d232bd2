-- What a certificate for something won is for is a contest and an age group of it, not what they are called: two contests
-- of one event may have one title.
ALTER TABLE "certificate"
    ADD COLUMN "contest_id" INTEGER REFERENCES "contest" ("id"),
    -- The key of the age group that was ranked by itself; null: all together, or for having come.
    ADD COLUMN "bracket" TEXT,
    ADD CONSTRAINT "certificate_contest" CHECK (
        "kind" <> 'took-part' OR num_nonnulls("contest_id", "bracket") = 0);

-- Those that were issued say what theirs are called. Of two that are called the same it is the one in which the person has
-- that place, or has an entry, or the first.
UPDATE "certificate" SET "contest_id" = (
    SELECT "contest"."id" FROM "contest"
    LEFT JOIN "contest_entry" entry ON entry."contest_id" = "contest"."id"
        AND entry."registration_person_id" = "certificate"."person_id"
    LEFT JOIN "contest_award" award ON award."entry_id" = entry."id" AND award."ended_at" IS NULL
    LEFT JOIN "contest_prize" prize ON prize."id" = award."prize_id"
    WHERE "contest"."event_id" = "certificate"."event_id"
        AND "contest"."title_en" = "certificate"."says" #>> '{contest,en}'
        AND "contest"."title_zh" = "certificate"."says" #>> '{contest,zh}'
        AND ("contest"."kind" = 'chosen' OR "certificate"."kind" = 'place')
    ORDER BY (entry."bracket" IS NULL) = ("certificate"."says" ->> 'bracket' IS NULL) DESC,
        prize."rank" = ("certificate"."says" ->> 'rank')::integer DESC NULLS LAST, entry."id" IS NULL, "contest"."id"
    LIMIT 1)
WHERE "kind" <> 'took-part';
UPDATE "certificate" SET "bracket" = coalesce(
    (SELECT "group" ->> 'key' FROM "event", jsonb_array_elements("event"."plan" -> 'brackets') "group"
     WHERE "event"."id" = "certificate"."event_id" AND "group" -> 'name' = "certificate"."says" -> 'bracket' LIMIT 1),
    -- Called otherwise since then.
    (SELECT entry."bracket" FROM "contest_entry" entry
     WHERE entry."contest_id" = "certificate"."contest_id"
        AND entry."registration_person_id" = "certificate"."person_id"))
WHERE "kind" <> 'took-part' AND jsonb_typeof("says" -> 'bracket') = 'object';

-- However often and at once certificates are issued, somebody has one of each.
DROP INDEX "certificate_once";
ALTER TABLE "certificate" DROP COLUMN "subject";
CREATE UNIQUE INDEX "certificate_once" ON "certificate" ("person_id", "kind", "contest_id", coalesce("bracket", ''))
    WHERE "state" = 'valid' AND "contest_id" IS NOT NULL;
CREATE UNIQUE INDEX "certificate_once_of_coming" ON "certificate" ("person_id")
    WHERE "state" = 'valid' AND "kind" = 'took-part';
CREATE INDEX "certificate_of_contest" ON "certificate" ("contest_id") WHERE "contest_id" IS NOT NULL;
