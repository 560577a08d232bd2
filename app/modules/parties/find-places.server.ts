import { blocking } from "#app/modules/events/limits.ts";
import type { EventLimit } from "#app/modules/events/plan.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import { isLineOpen } from "#app/modules/seats/offer-times.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { fitsBesideLine, needsOf, neverFitsIn } from "#app/modules/seats/waitlist.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type CheckedParty, countedParty } from "./check-party.ts";

/** Why there are no places for a party. Limits are named by their keys. */
export type NoPlaces =
  /** How many parties wait already, and whether one can join them. */
  | { refusal: "full"; limits: string[]; waiting: number; line: "open" | "closed" }
  /** They would not fit in if nobody else came. */
  | { refusal: "too-big"; limits: string[] };

/** `besideLine`: it waits for the line alone, and may be let past who stands there. */
export type Places = { ok: true; state: "registered" | "waiting"; besideLine: boolean };

/** Finds out whether a party comes at once or waits, in the transaction that has locked the event. */
export async function findPlaces(
  tx: Db,
  event: LockedEvent,
  party: CheckedParty,
  ifFull: "wait" | "refuse",
): Promise<Places | ({ ok: false } & NoPlaces)> {
  const { plan, now } = event;
  const { limits } = plan;
  const counted = countedParty(party);
  const taken = await loadTaken(tx, event.id, limits);
  const hasLine = isLineOpen(plan, now);
  const blocked = blocking(limits, taken, counted);
  // Whoever does not fit beside what is taken needs no look at the line: in a rush it is long, and all wait for this.
  if (blocked.length === 0) {
    const line = hasLine ? await loadLine(tx, event.id) : [];
    const needed = needsOf(limits, counted);
    if (fitsBesideLine(limits, taken, lineOf(line), needed)) {
      return { ok: true, state: "registered", besideLine: false };
    }
  }
  const keys = (some: readonly EventLimit[]) => some.map(({ key }) => key);
  const tooBig = neverFitsIn(limits, counted);
  if (tooBig.length > 0 && !party.people.some(({ inFewer }) => inFewer)) {
    return { ok: false, refusal: "too-big", limits: keys(tooBig) };
  }
  if (hasLine && ifFull === "wait") {
    return { ok: true, state: "waiting", besideLine: blocked.length === 0 };
  }
  return {
    ok: false,
    refusal: "full",
    limits: keys(blocked),
    waiting: await tx.waitlistEntry.count({ where: { eventId: event.id, state: "open" } }),
    line: hasLine ? "open" : "closed",
  };
}
