import { aReminder, type LetterSamples, name } from "./letter-sample.ts";

export const EVENT_THANKS_LETTERS: LetterSamples<"event-thanks"> = {
  "event-thanks": [
    { name, title: aReminder.title, points: 100, registrationId: 7 },
    {
      ...{ name, title: aReminder.title, points: 0, registrationId: 7, album: "tree-planting" },
      ...{ together: { en: "3 trees planted", zh: "种下 3 棵树" }, certificates: true },
      ...{ surveyPoints: 20, surveyToken: `7.${"s".repeat(43)}` },
    },
    {
      ...{ name, title: aReminder.title, points: 0, registrationId: null, album: null },
      ...{ surveyPoints: 0, surveyToken: `7.${"s".repeat(43)}` },
    },
  ],
};
