-- What the list of all members is filtered and sorted by, so that a page of it costs the same however
-- many there are. See docs/decisions/members-list.md.

CREATE INDEX "person_name_order" ON "person" (name, id);
CREATE INDEX "person_without_email" ON "person" (id) WHERE email IS NULL;
CREATE INDEX "member_programme" ON "member" (programme);
CREATE INDEX "member_birth_month" ON "member" (birth_month) WHERE birth_month IS NOT NULL;
-- Times of gold by when they end: who is gold, and whose gold ends soon.
CREATE INDEX "tier_period_gold_ends" ON "tier_period" (ends_at, member_id) WHERE tier = 'gold';
-- The part of a car's model is looked up as the part of a name is.
CREATE INDEX "car_model_grams" ON "car" USING gin (name_grams(model)) WHERE model IS NOT NULL;
-- Few accounts owe. Debt changes seldom, so that other postings still update their row in place.
CREATE INDEX "account_in_debt" ON ledger.account (id) WHERE debt > 0;

-- Where somebody of the desk recorded their last visit.
CREATE INDEX "reception_recorded_by" ON "reception" (recorded_by, id);
