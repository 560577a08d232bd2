import { FORM_SAMPLES } from "../../support/access/form-samples/index.ts";
import { spoilForms } from "../../support/access/nonsense.ts";
import { testDatabase } from "../../support/database.ts";

// The forms of visitors and owners; those of others are in a file of their own, so that two workers share them.

testDatabase();
spoilForms(FORM_SAMPLES.filter(({ as }) => ["nobody", "silver"].includes(as)));
