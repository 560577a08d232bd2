import type { OpenLot } from "#app/modules/ledger/entry.ts";
import type { ClubTime, Day } from "#app/platform/club-time.ts";

/** Points that can be used through one day and not after; null for those whose day is not known yet. */
export type LapseStep = { through: Day | null; points: number; pending: number };

/**
 * What lapses when, the soonest first, as if nothing were spent.
 *
 * Debt is repaid from what became available first, as the ledger does at its next entry, so the steps
 * add up to the balance: available and pending.
 */
export function lapsePlan(
  lots: readonly OpenLot[],
  debt: number,
  now: Date,
  time: ClubTime,
): LapseStep[] {
  const open = lots
    .filter((lot) => lot.lapsesAt === null || lot.lapsesAt > now)
    .sort(
      (a, b) =>
        order(a.availableAt) - order(b.availableAt) || order(a.lapsesAt) - order(b.lapsesAt),
    );
  const steps = new Map<Day | null, LapseStep>();
  let owed = debt;
  for (const lot of open) {
    const pending = lot.availableAt === null || lot.availableAt > now;
    const repaid = pending ? 0 : Math.min(owed, lot.points);
    owed -= repaid;
    const points = lot.points - repaid;
    if (points === 0) continue;
    const through = lot.lapsesAt && time.dayOf(new Date(lot.lapsesAt.getTime() - 1));
    const step = steps.get(through) ?? { through, points: 0, pending: 0 };
    step[pending ? "pending" : "points"] += points;
    steps.set(through, step);
  }
  return [...steps.values()].sort((a, b) => ((a.through ?? "9") < (b.through ?? "9") ? -1 : 1));
}

/** What is left at the end of a day to come if nothing is spent: points whose last day is later. */
export function leftAfter(plan: readonly LapseStep[], day: Day): number {
  return plan.reduce(
    (sum, { through, points, pending }) =>
      through === null || through > day ? sum + points + pending : sum,
    0,
  );
}

const order = (at: Date | null): number => at?.getTime() ?? Number.MAX_SAFE_INTEGER;
