import type { ContestState } from "../contests/terms.ts";

/**
 * What a judge's link still does. `judging`: everything. `not-begun`: the contest is not open. `excluded`: what they give
 * does not count any more. `published`: the ranking is public, and scores stay as they are. `over`: nothing.
 */
export const judgeStates = ["judging", "not-begun", "excluded", "published", "over"] as const;
export type JudgeState = (typeof judgeStates)[number];

/** For so long after the event a contest can be judged by its links: they show children's pictures. */
export const LINK_DAYS = 30;

/** What a link does at a moment. */
export function judgeStateAt(
  link: {
    isEnded: boolean;
    isExcluded: boolean;
    contest: ContestState;
    eventEndsAt: Date;
  },
  now: Date,
): JudgeState {
  const { isEnded, isExcluded, contest, eventEndsAt } = link;
  if (isEnded || contest === "called-off") return "over";
  if (now.getTime() >= eventEndsAt.getTime() + LINK_DAYS * 86_400_000) return "over";
  if (isExcluded) return "excluded";
  if (contest === "draft") return "not-begun";
  return contest === "published" ? "published" : "judging";
}
