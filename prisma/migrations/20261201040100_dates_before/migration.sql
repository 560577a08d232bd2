-- The dates of a draft as they went with a beginning, so that they can be moved by one press once that is another; of a
-- copy those of the event that it was made from.
ALTER TABLE "event" ADD COLUMN "dates_before" JSONB;
