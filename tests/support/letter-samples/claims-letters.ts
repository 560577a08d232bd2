import { type LetterSamples, name } from "./letter-sample.ts";

export const CLAIMS_LETTERS: LetterSamples<"claim-step"> = {
  "claim-step": [
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "filed",
      dueOn: "2026-11-26",
      points: null,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "granted",
      dueOn: null,
      points: 128,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "refused",
      dueOn: null,
      points: null,
      reason: "The insurer paid",
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "withdrawn",
      dueOn: null,
      points: null,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "on-statement",
      dueOn: null,
      points: null,
      entryId: 41,
      reason: null,
    },
  ],
};
