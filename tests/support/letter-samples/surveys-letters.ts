import { aReminder, type LetterSamples, name } from "./letter-sample.ts";

export const SURVEYS_LETTERS: LetterSamples<"event-survey"> = {
  "event-survey": [
    {
      ...{ name, title: aReminder.title, attendancePoints: 100, points: 20 },
      ...{ closesAt: "2027-04-02T16:00:00Z", surveyToken: `7.${"s".repeat(43)}` },
    },
    // As staff open it: without the link.
    {
      ...{ name, title: aReminder.title, attendancePoints: 0, points: 0 },
      closesAt: "2027-04-02T16:00:00Z",
    },
  ],
};
