import { type LetterSamples, name } from "./letter-sample.ts";

export const BIRTHDAYS_LETTERS: LetterSamples<"birthday"> = {
  birthday: [
    { name, points: 200 },
    { name, points: 0 },
  ],
};
