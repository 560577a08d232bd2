-- How long leads are at each stage is read from all steps of a time: from this index alone, in the order in which it
-- is reckoned.
CREATE INDEX "lead_step_moved" ON "lead_step" ("lead_id", "id" DESC) INCLUDE ("stage", "created_at")
WHERE "step" IN ('handed-in', 'moved');

-- And when somebody first tried to reach a friend, without a look at each call.
DROP INDEX "lead_contact_lead";
CREATE INDEX "lead_contact_lead" ON "lead_contact" ("lead_id", "id") INCLUDE ("created_at");
