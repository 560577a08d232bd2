import { at, type LetterSamples, name, step } from "./letter-sample.ts";

const gold = { goldThrough: "2027-11-30", keptThrough: "2028-01-29" };

export const GOLD_SUBSCRIPTION_LETTERS: LetterSamples<
  "gold-renewal" | "gold-dues-failed" | "gold-renewal-off"
> = {
  "gold-renewal": [null, 58_800].map((beforeMinor) => ({
    name,
    amountMinor: 68_800,
    beforeMinor,
    currency: "CNY",
    at,
  })),
  "gold-dues-failed": [
    { name, amountMinor: 58_800, currency: "CNY", again: at, ...gold },
    {
      name,
      amountMinor: 58_800,
      currency: "CNY",
      again: null,
      goldThrough: null,
      keptThrough: null,
    },
  ],
  "gold-renewal-off": step(["ended", "unpaid"]).map((why) => ({ name, why, ...gold })),
};
