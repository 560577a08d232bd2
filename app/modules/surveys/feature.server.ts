import type { Feature } from "#app/modules/feature.ts";
import { askHowItWas } from "./ask-how-it-was.server.ts";
import { ANSWERS_LEFT, eraseAnswers } from "./erase-answers.server.ts";
import { exportTables } from "./export-tables.server.ts";

export const surveysFeature: Feature = {
  tasks: { "ask-how-it-was": () => askHowItWas() },
  schedule: [{ task: "ask-how-it-was", cron: "17 * * * *" }],
  exportTables,
  erasure: { erase: eraseAnswers, remains: ANSWERS_LEFT },
};
