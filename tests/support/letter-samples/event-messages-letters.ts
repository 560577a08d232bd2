import { aReminder, type LetterSamples, name, step } from "./letter-sample.ts";

export const EVENT_MESSAGES_LETTERS: LetterSamples<"event-message" | "event-reminder"> = {
  "event-message": [
    {
      name,
      title: { en: "Tree planting day", zh: "植树欢乐节" },
      subject: { en: "Bring boots", zh: "请穿靴子" },
      body: {
        en: "It rained.\n\nBring boots,\nand a hat.",
        zh: "下过雨。\n\n请穿靴子，\n戴上帽子。",
      },
      registrationId: 7,
    },
  ],
  "event-reminder": [
    ...step(["week", "day", "hours"]).map((kind) => ({ ...aReminder, kind })),
    { ...aReminder, waiting: true },
  ],
};
