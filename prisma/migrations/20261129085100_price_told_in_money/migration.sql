-- Whoever saves for a gift is told of another price in money too, as of one in points: what they were told last.
ALTER TABLE "gift_goal" ADD COLUMN "money_minor" INTEGER NOT NULL DEFAULT 0;
UPDATE "gift_goal" SET "money_minor" = "gift"."money_minor" FROM "gift" WHERE "gift"."id" = "gift_goal"."gift_id";
