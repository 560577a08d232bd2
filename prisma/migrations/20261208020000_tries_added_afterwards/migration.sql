-- A try that was forgotten at its table is added once entries are closed, with why.
ALTER TABLE "contest_attempt" ADD COLUMN "added_why" TEXT;
