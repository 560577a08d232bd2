import { type LetterSamples, name } from "./letter-sample.ts";

export const JOINING_LETTERS: LetterSamples<"welcome"> = {
  welcome: [
    { name, memberNumber: "M10000017", tier: "gold", available: 1340, imported: true },
    { name, memberNumber: "M10000017", tier: "silver", available: 0, imported: false },
  ],
};
