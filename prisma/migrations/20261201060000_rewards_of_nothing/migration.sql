-- A club may give no points for a stage: it was reached all the same, with no entry in the books and nobody to blame.
ALTER TABLE "lead_reward" DROP CONSTRAINT "lead_reward_given";
ALTER TABLE "lead_reward" ADD CONSTRAINT "lead_reward_given"
    CHECK (("entry_id" IS NOT NULL) = ("not_given" IS NULL AND "points" > 0));

-- Who names a number that is theirs by the time the car is handed over recommended themselves.
ALTER TABLE "lead_reward" DROP CONSTRAINT "lead_reward_not_given_check";
ALTER TABLE "lead_reward" ADD CONSTRAINT "lead_reward_not_given_check"
    CHECK ("not_given" IN ('month-full', 'staff', 'yourself', 'household', 'left'));
