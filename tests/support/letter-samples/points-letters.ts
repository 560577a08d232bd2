import { type LetterSamples, name } from "./letter-sample.ts";

export const POINTS_LETTERS: LetterSamples<"points-lapsing"> = {
  "points-lapsing": [
    { name, points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 },
    { name, points: 1, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 0 },
  ],
};
