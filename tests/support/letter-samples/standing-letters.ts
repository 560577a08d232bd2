import { type LetterSamples, name, step } from "./letter-sample.ts";

export const STANDING_LETTERS: LetterSamples<"tier-changed" | "tier-warning"> = {
  "tier-changed": [
    ...step(["status_points", "renewed", "dues"]).map((cause) => ({
      name,
      tier: "gold" as const,
      cause,
      through: "2027-11-30",
      reason: null,
    })),
    {
      name,
      tier: "gold",
      cause: "dues_ahead",
      from: "2026-12-01",
      through: "2027-11-30",
      reason: null,
      paymentId: 128,
    },
    { name, tier: "silver", cause: "dues_withdrawn", through: null, reason: null },
    { name, tier: "gold", cause: "granted", through: "2027-02-28", reason: "Years of loyalty" },
    { name, tier: "silver", cause: "ended", through: null, reason: null },
    {
      name,
      tier: "silver",
      cause: "withdrawn",
      through: null,
      reason: "Granted to the wrong card",
    },
  ],
  "tier-warning": step(["ending", "grace"]).flatMap((phase) => {
    const warning = {
      name,
      phase,
      through: "2026-11-30",
      pointsNeeded: 120,
      serviceMinor: 120_000,
      currency: "CNY",
    };
    return [warning, { ...warning, duesMinor: 58_800 }];
  }),
};
