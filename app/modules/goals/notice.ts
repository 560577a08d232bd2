import { type GiftDates, isVisible, openness } from "#app/modules/gifts/gift.ts";
import { endOf } from "#app/modules/gifts/last-of-it.ts";

/** A gift that members save for, and what they were told of it. */
export type SavedGift = GiftDates & {
  /** Pieces that can be had: free ones, and no more than all members together may still take. */
  free: number;
  /** At so many it is about to go; null: the club did not say. */
  lowAt: number | null;
  /** When it could be had again, the last time; null: it always could, or never. */
  backAt: Date | null;
  /** Whether somebody has saved for it since before then: it is news to nobody else. */
  waitedFor: boolean;
  toldBackAt: Date | null;
  toldGoingAt: Date | null;
};

/** `withdrawn`: not in the catalogue any more. `back`: to be had again. `going`: not for long. */
export type GoalNotice = "withdrawn" | "back" | "going";

const DAY = 86_400_000;

/** An end that is so near is told. */
const GOING_DAYS = 7;

/**
 * What those who save for a gift are to be told of it now, if anything.
 *
 * That it is back is told once for each time it comes back, and at most once a day: pieces that come and go all
 * day are one piece of news. That it is about to go is told once until it comes back, and not on the day on which
 * they heard that it is there.
 */
export function noticeDue(gift: SavedGift, now: Date): GoalNotice | null {
  if (!isVisible(gift, now)) return "withdrawn";
  if (gift.free < 1 || openness(gift, now) !== "open") return null;
  const { backAt, waitedFor, toldBackAt, toldGoingAt } = gift;
  const toldToday = toldBackAt !== null && now.getTime() - toldBackAt.getTime() < DAY;
  if (toldToday) return null;
  const isBack = backAt !== null && (toldBackAt === null || backAt > toldBackAt);
  if (isBack && waitedFor) return "back";
  const toldGoing = toldGoingAt !== null && (backAt === null || toldGoingAt >= backAt);
  return isGoing(gift, now) && !toldGoing ? "going" : null;
}

function isGoing(gift: SavedGift, now: Date): boolean {
  if (gift.lowAt !== null && gift.free <= gift.lowAt) return true;
  const end = endOf(gift);
  return end !== null && end.getTime() - now.getTime() <= GOING_DAYS * DAY;
}
