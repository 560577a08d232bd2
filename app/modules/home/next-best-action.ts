import type { OpenEvent } from "#app/modules/events/opening-sql.server.ts";
import type { Errand } from "#app/modules/redemptions/redemption.ts";
import { addDays, type Day } from "#app/platform/club-time.ts";

/** The one thing worth an owner's next minute; see {@link nextBestAction}. */
export type NextBestAction =
  | ({ thing: "answer-offer" } & HeldPlaces)
  | Errand
  | { thing: "use-points"; points: number; through: Day }
  | { thing: "book-service"; car: string; dueOn: Day; overdue: boolean }
  | ({ thing: "take-gift" } & GoalInReach)
  | ({ thing: "come-along" } & OpenEvent)
  | { thing: "add-car" }
  | { thing: "first-visit" }
  | { thing: "set-password" };

/** A gift that somebody saves for and has the points for. */
export type GoalInReach = { giftId: number; titleEn: string; titleZh: string; points: number };

/** Places of an event that are held for somebody who waited, and until when: in milliseconds. */
export type HeldPlaces = {
  registrationId: number;
  titleEn: string;
  titleZh: string;
  until: number;
};

export type OwnersMoment = {
  today: Day;
  /** The points that lapse next and the last day they can be used. */
  lapsing: { points: number; through: Day } | null;
  /** When each car is likely due, with the car in words. */
  services: readonly { car: string; dueOn: Day }[];
  /** What they took that waits for them, the most pressing first. */
  errands: readonly Errand[];
  /** Places that are held for them until they answer. */
  heldPlaces: HeldPlaces | null;
  /** An event that they could register for now. */
  openEvent: OpenEvent | null;
  /** What they save for and could take now. */
  goalInReach: GoalInReach | null;
  /** Holds a car, or waits for the desk to confirm one. */
  hasCar: boolean;
  hasVisited: boolean;
  hasPassword: boolean;
};

/** Points that lapse this soon come before anything else, since nothing brings them back. */
const PRESSING_DAYS = 30;
/** The first reminder of product.md, "Lapse": sixty days before. */
const LAPSING_DAYS = 60;
/** A service is worth a word when there is still time to choose the day. */
const SERVICE_DAYS = 30;

/**
 * Chooses the one next best thing for an owner, or null when all is well.
 *
 * What they would lose comes first: places that are held for a day, what they took, then points; then what the car
 * needs, then what they have saved for, then an event to come to, then what makes the club of use.
 */
export function nextBestAction(moment: OwnersMoment): NextBestAction | null {
  const { today, lapsing } = moment;
  if (moment.heldPlaces) return { thing: "answer-offer", ...moment.heldPlaces };
  const [errand] = moment.errands;
  if (errand) return errand;
  const usePoints = lapsing && { thing: "use-points" as const, ...lapsing };
  if (usePoints && usePoints.through <= addDays(today, PRESSING_DAYS)) return usePoints;

  const soonest = [...moment.services].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (soonest && soonest.dueOn <= addDays(today, SERVICE_DAYS)) {
    return { thing: "book-service", ...soonest, overdue: soonest.dueOn < today };
  }
  if (usePoints && usePoints.through <= addDays(today, LAPSING_DAYS)) return usePoints;
  if (moment.goalInReach) return { thing: "take-gift", ...moment.goalInReach };
  if (moment.openEvent) return { thing: "come-along", ...moment.openEvent };
  if (!moment.hasCar) return { thing: "add-car" };
  if (!moment.hasVisited) return { thing: "first-visit" };
  if (!moment.hasPassword) return { thing: "set-password" };
  return null;
}
