import { type LetterSamples, name, step } from "./letter-sample.ts";

const aContest = {
  ...{ who: "Mia", number: 7, contestEn: "The car as I see it", contestZh: "我眼中的爱车" },
  ...{ groupEn: "Junior", groupZh: "少年组", registrationId: 12, slug: "drawing-contest" },
};

export const CONTEST_RESULTS_LETTERS: LetterSamples<"contest-won" | "contest-corrected"> = {
  "contest-won": [
    {
      name,
      ...aContest,
      prize: { rank: 2, titleEn: "Stationery box", titleZh: "文具礼盒", points: 300 },
    },
    {
      ...{ name, ...aContest, groupEn: "", groupZh: "" },
      prize: { rank: null, titleEn: "A book", titleZh: "图书", points: 0 },
    },
  ],
  "contest-corrected": step(["kept", "awaited"]).map((handedOver) => ({
    ...{ name, ...aContest, handedOver },
    reasonEn: "A mark was read wrongly.",
    reasonZh: "一项评分录入有误。",
    before: { rank: 1, titleEn: "Model car", titleZh: "车模", points: 500 },
    after:
      handedOver === "kept"
        ? { rank: 2, titleEn: "Stationery box", titleZh: "文具礼盒", points: 300 }
        : null,
  })),
};
