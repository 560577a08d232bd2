-- Who held a car on a day is asked for every row of an import: also of holdings that have ended.
CREATE INDEX "car_holding_car_id_starts_at_idx" ON "car_holding"("car_id", "starts_at");

-- What was chosen beside the file, such as whether to invite; a worker reads it when the import runs.
ALTER TABLE "import_run" ADD COLUMN "options" JSONB NOT NULL DEFAULT '{}';

-- Points, member and flags of a row, in a form that the digest letters can sum up.
ALTER TABLE "import_row" ALTER COLUMN "detail" TYPE JSONB USING to_jsonb("detail");
