import type { EventPlan } from "#app/modules/events/plan.ts";

const DAY_MS = 24 * 3600_000;

/** What is known of a party that may be cancelled. */
export type Cancellable = {
  state: "registered" | "waiting";
  /** What it has paid: points that were spent, or are held; money in the smallest unit, come or owed. */
  points: number;
  isDeposit: boolean;
  moneyPaidMinor: number;
  /** When its last offer was made that it took; null where it needed none. */
  offeredAt: Date | null;
  /**
   * The time, place or price of the event moved since it registered, and it has not agreed to that; or a child of it
   * fits no age group any more; or the event was cancelled, and the party has not been ended yet.
   */
  eventMoved: boolean;
  /** Let in by staff, who may let out. */
  byStaff: boolean;
};

/** The exact effect of cancelling. */
export type CancelTerms = {
  /** Points that come back, or money that finance gives back. */
  pointsBack: number;
  moneyBackMinor: number;
  /** Points that are gone: spent, or a deposit that is kept; and money. */
  pointsKept: number;
  moneyKeptMinor: number;
  /** Registering for the next event may open later for them. */
  delaysEarlyAccess: boolean;
  /** Why nothing is lost although it is late; null where it is not late, or something is. */
  freeBecause: "in-time" | "waiting" | "event-moved" | "late-offer" | "by-staff" | null;
  /** Until when cancelling costs nothing. */
  freeUntil: Date;
};

/**
 * Says what cancelling does: before the event's date everything comes back. Afterwards what was paid is kept, but not
 * of who only waits, of whom the event moved away from, nor of whoever got their places less than a day ago.
 */
export function cancelTerms(
  { freeUntil }: Pick<EventPlan, "freeUntil">,
  party: Cancellable,
  now: Date,
): CancelTerms {
  const freeBecause = whyFree(freeUntil, party, now);
  const isFree = freeBecause !== null;
  return {
    pointsBack: isFree ? party.points : 0,
    moneyBackMinor: isFree ? party.moneyPaidMinor : 0,
    pointsKept: isFree ? 0 : party.points,
    moneyKeptMinor: isFree ? 0 : party.moneyPaidMinor,
    delaysEarlyAccess: !isFree,
    freeBecause,
    freeUntil,
  };
}

function whyFree(
  freeUntil: Date,
  { state, eventMoved, offeredAt, byStaff }: Cancellable,
  now: Date,
): CancelTerms["freeBecause"] {
  if (state === "waiting") return "waiting";
  if (now < freeUntil) return "in-time";
  if (byStaff) return "by-staff";
  if (eventMoved) return "event-moved";
  const isFresh = offeredAt !== null && now.getTime() < offeredAt.getTime() + DAY_MS;
  return isFresh ? "late-offer" : null;
}
