import { type LetterSamples, name } from "./letter-sample.ts";

export const ADJUSTMENTS_LETTERS: LetterSamples<
  "points-adjusted" | "approval-asked" | "approval-answered"
> = {
  "points-adjusted": [
    { name, points: 300, reason: "Waited two hours", available: 900 },
    { name, points: -300, reason: "Entered twice", available: 0 },
  ],
  "approval-asked": [
    { name, askedBy: "Bo", memberNumber: "M10000017", points: 800, reason: "Promised at handover" },
  ],
  "approval-answered": [
    { name, memberNumber: "M10000017", points: 800, state: "booked", note: null },
    { name, memberNumber: "M10000017", points: -800, state: "refused", note: "Ask the desk first" },
  ],
};
