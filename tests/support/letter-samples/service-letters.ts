import { type LetterSamples, name } from "./letter-sample.ts";

const visit = {
  settledAt: "2026-11-20T16:30:00Z",
  kind: "maintenance" as const,
  plate: "沪A12345",
  points: 256,
  pending: false,
};

export const SERVICE_LETTERS: LetterSamples<"points-digest" | "points-taken-back"> = {
  "points-digest": [
    { name, visits: [visit], count: 1, points: 256, pending: 0, available: 1596 },
    {
      name,
      visits: [
        visit,
        { ...visit, kind: "repair", plate: null, pending: true },
        { ...visit, kind: "accessories" },
      ],
      count: 9,
      points: 2_304,
      pending: 256,
      available: 0,
    },
  ],
  "points-taken-back": [
    { name, points: -512, available: 0, debt: 120 },
    { name, points: -1, available: 12_480, debt: 0 },
  ],
};
