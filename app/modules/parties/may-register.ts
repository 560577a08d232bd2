import { opensFor } from "#app/modules/events/event-state.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";

/** What is known of somebody who would register. */
export type Registrant = {
  tier: "silver" | "gold";
  programme: string;
  /** Their settled orders, at which store and when, the latest first. */
  visits: readonly { storeId: number; at: Date }[];
  /** When they began to hold each of their cars: the club does not keep which store sold it. */
  boughtAt: readonly Date[];
  /** Of the cars that they hold. */
  carModels: readonly string[];
  /** They missed an event: gold may not register earlier than everybody until that is over. */
  earlyAccessDelayed: boolean;
};

export type MayRegisterRefusal =
  | { refusal: "cancelled" }
  /** `from`: for them; `goldFrom`: for gold, where that is earlier and to come. */
  | { refusal: "not-yet"; from: Date; goldFrom: Date | null; delayed: boolean }
  | { refusal: "closed"; at: Date }
  | { refusal: "finished" }
  | { refusal: "gold-only" }
  | { refusal: "programme"; programmes: readonly string[] }
  | { refusal: "store"; storeIds: readonly number[] }
  | { refusal: "not-active"; months: number; storeIds: readonly number[] }
  | { refusal: "no-such-car"; models: readonly string[] };

export type MayRegister = { ok: true } | ({ ok: false } & MayRegisterRefusal);

/**
 * Decides whether somebody may register for a published event. What will never be is said before what only has to
 * be waited for, so that nobody waits for an event that is not theirs.
 *
 * @param registrant null for somebody who walks in and is not in the club: only the event itself is asked.
 * @param facts.activeSince from when orders count, where the event asks for such: so many months before `now`.
 * @param facts.atDesk staff register people also before and after everybody may.
 */
export function mayRegister(
  state: "published" | "cancelled",
  plan: EventPlan,
  registrant: Registrant | null,
  facts: { now: Date; activeSince: Date | null; atDesk: boolean },
): MayRegister {
  if (state === "cancelled") return { ok: false, refusal: "cancelled" };
  const { now } = facts;
  if (now >= plan.endsAt) return { ok: false, refusal: "finished" };
  const unfit = registrant && whyNotEligible(plan.eligible, registrant, facts.activeSince);
  if (unfit) return { ok: false, ...unfit };
  if (!registrant || facts.atDesk) return { ok: true };
  if (now >= plan.closesAt) return { ok: false, refusal: "closed", at: plan.closesAt };
  return mayRegisterYet(plan, registrant, now);
}

function mayRegisterYet(plan: EventPlan, registrant: Registrant, now: Date): MayRegister {
  const isGold = registrant.tier === "gold";
  const delayed = isGold && registrant.earlyAccessDelayed && plan.goldHoursEarlier > 0;
  const from = opensFor(plan, isGold && !delayed);
  if (now >= from) return { ok: true };
  const goldFrom = opensFor(plan, true);
  const tellGold = !isGold && goldFrom < from && !plan.eligible.goldOnly;
  return { ok: false, refusal: "not-yet", from, goldFrom: tellGold ? goldFrom : null, delayed };
}

function whyNotEligible(
  eligible: EventPlan["eligible"],
  { tier, programme, visits, boughtAt, carModels }: Registrant,
  activeSince: Date | null,
): MayRegisterRefusal | null {
  const { goldOnly, programmes, storeIds, activeWithinMonths } = eligible;
  if (goldOnly && tier !== "gold") return { refusal: "gold-only" };
  if (programmes.length > 0 && !programmes.includes(programme)) {
    return { refusal: "programme", programmes };
  }
  const models = eligible.carModels;
  if (models.length > 0 && !carModels.some((model) => isOneOf(model, models))) {
    return { refusal: "no-such-car", models };
  }
  const there = visits.filter(({ storeId }) => storeIds.length === 0 || storeIds.includes(storeId));
  if (activeWithinMonths !== null && activeSince !== null) {
    const active =
      there.some(({ at }) => at >= activeSince) || boughtAt.some((at) => at >= activeSince);
    if (!active) return { refusal: "not-active", months: activeWithinMonths, storeIds };
  } else if (storeIds.length > 0 && there.length === 0) {
    return { refusal: "store", storeIds };
  }
  return null;
}

const isOneOf = (model: string, words: readonly string[]): boolean =>
  words.some((word) => model.toLowerCase().includes(word.trim().toLowerCase()));
