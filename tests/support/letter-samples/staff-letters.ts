import { type LetterSamples, name } from "./letter-sample.ts";

export const STAFF_LETTERS: LetterSamples<"staff-invited"> = {
  "staff-invited": [
    { name, roles: ["desk"] },
    { name, roles: ["events", "gifts", "sales", "finance", "admin", "referrer"] },
  ],
};
