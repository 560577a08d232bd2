import { type LetterSamples, name, step } from "./letter-sample.ts";

export const GARAGE_LETTERS: LetterSamples<"car-claim" | "co-driver"> = {
  "car-claim": [
    ...step(["open", "granted", "passed-on"]).map((at) => ({
      name,
      car: "沪A12345",
      step: at,
      reason: null,
    })),
    { name, car: "沪A12345", step: "refused", reason: "The papers name somebody else" },
  ],
  "co-driver": step(["invited", "accepted", "ended"]).map((at) => ({
    name,
    holder: "Lin",
    car: "沪A12345",
    step: at,
  })),
};
