import { type LetterSamples, name, step } from "./letter-sample.ts";

const anEvent = { name, titleEn: "Afternoon by the lake", titleZh: "湖畔下午" };

export const ATTENDANCE_LETTERS: LetterSamples<"early-access-delayed" | "early-access-answered"> = {
  "early-access-delayed": step(["no-show", "late-cancellation"]).map((why) => ({
    ...anEvent,
    registrationId: 7,
    why,
    through: "2027-06-12",
  })),
  "early-access-answered": [
    {
      ...anEvent,
      answer: "withdrawn",
      note: "Get well soon",
      through: "2027-06-12",
      back: "returned",
    },
    { ...anEvent, answer: "withdrawn", note: "", through: "2027-06-12", back: "finance" },
    { ...anEvent, answer: "stays", note: "", through: "2027-06-12" },
  ],
};
