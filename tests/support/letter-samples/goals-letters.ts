import type { GoalNewsProps } from "../../../emails/goals.tsx";
import type { LetterSamples } from "./letter-sample.ts";

const aGoal: GoalNewsProps = {
  name: "Ada",
  what: "back",
  giftId: 3,
  titleEn: "Picnic blanket",
  titleZh: "野餐垫",
  free: null,
  waiting: null,
  through: null,
  points: null,
  pointsBefore: null,
};

export const GOALS_LETTERS: LetterSamples<"goal-news"> = {
  "goal-news": [
    { ...aGoal, what: "back", free: 3, waiting: 40 },
    { ...aGoal, what: "going", free: 2, waiting: 12, through: "2026-12-24" },
    { ...aGoal, what: "withdrawn", waiting: 12 },
    { ...aGoal, what: "price", points: 600, pointsBefore: 500 },
    {
      ...aGoal,
      what: "price",
      points: 500,
      pointsBefore: 500,
      money: { now: 29_900, before: 0, currency: "CNY" },
    },
  ],
};
