import { type LetterSamples, name } from "./letter-sample.ts";

export const STOCK_LETTERS: LetterSamples<"low-stock"> = {
  "low-stock": [
    { name, gifts: [{ titleEn: "Spring tea tin", titleZh: "春茶一罐", free: 3, lowAt: 10 }] },
    {
      name,
      gifts: [
        { titleEn: "Spring tea tin", titleZh: "春茶一罐", free: 3, lowAt: 10 },
        { titleEn: "Key ring", titleZh: "钥匙扣", free: 0, lowAt: 0 },
      ],
    },
  ],
};
