-- When a referrer was told that a friend stays theirs for some days only.
ALTER TABLE "lead" ADD COLUMN "hold_told_at" TIMESTAMPTZ;
