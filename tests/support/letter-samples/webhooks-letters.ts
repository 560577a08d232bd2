import { type LetterSamples, name, step } from "./letter-sample.ts";

export const WEBHOOKS_LETTERS: LetterSamples<"webhook-off"> = {
  "webhook-off": step(["gone", "failing"]).map((why) => ({
    name,
    endpointId: 3,
    description: "CRM, store 2",
    host: "crm.example.com",
    why,
  })),
};
