import { isBefore, type Stage } from "./stage.ts";

/** What a consultant does next about a friend. */
export const NEXT_ACTIONS = [
  "first-call",
  "call-again",
  "call",
  "meet",
  "test-drive",
  "offer",
  "hand-over",
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** What of it somebody can choose: the first call is set by itself. */
export const CHOSEN_ACTIONS = NEXT_ACTIONS.filter((action) => action !== "first-call");

/**
 * Working time in which the next thing is done where nobody chose an hour: until the same time of the next working
 * day.
 */
export const NEXT_HOURS = 24;

/** What comes after somebody tried to reach a friend. */
export function actionAfterContact(reached: boolean, stage: Stage): NextAction {
  return reached ? actionAt(stage) : "call-again";
}

/** What there is to do about a friend who was reached, at a stage. */
export function actionAt(stage: Stage): NextAction {
  if (isBefore(stage, "contacted")) return "call";
  if (isBefore(stage, "visited")) return "meet";
  if (isBefore(stage, "test-drive")) return "test-drive";
  return isBefore(stage, "ordered") ? "offer" : "hand-over";
}

/** As far ahead as a friend is put off: later they are found again rather than forgotten on a list. */
export const MOST_DAYS_AHEAD = 90;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Why an hour that somebody chose cannot be when something is done about a friend; null where it can. A car on order is
 * waited for.
 */
export function refusalOfHour(
  dueAt: Date | null,
  { stage }: { stage: Stage },
  now: Date,
): "past" | "day-too-far" | null {
  if (dueAt === null) return null;
  if (dueAt <= now) return "past";
  const isFar = dueAt.getTime() - now.getTime() > MOST_DAYS_AHEAD * DAY_MS;
  return isFar && isBefore(stage, "ordered") ? "day-too-far" : null;
}
