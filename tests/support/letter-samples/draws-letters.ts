import { type LetterSamples, name } from "./letter-sample.ts";

export const DRAWS_LETTERS: LetterSamples<"draw-entered" | "draw-won"> = {
  "draw-entered": [1, 12].map((tickets) => ({
    ...{ name, tickets, drawEn: "Factory visit", drawZh: "工厂参观", slug: "factory-visit" },
    ...{ entry: "7G3K-9QPA", drawAt: "2026-12-27T10:30:00Z" },
  })),
  "draw-won": [
    {
      name,
      drawEn: "Factory visit",
      drawZh: "工厂参观",
      prizeEn: "Factory visit for two",
      prizeZh: "工厂参观双人名额",
      entry: "7G3K-9QPA",
      claimBy: "2027-01-17",
    },
  ],
};
