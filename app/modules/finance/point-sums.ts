import type { FlowKind, HeldPoints, PointFlow } from "#app/modules/ledger/entry.ts";
import type { Month } from "./months.ts";

/** Points that members could still use, by the month of the last day on which they can. */
export type ExpiryLine = {
  /** Null: not known yet, since their order is on account. */
  lapses: Month | null;
  /** Ready to be spent. */
  available: number;
  pending: number;
  /** Set aside. */
  held: number;
};

export type Outstanding = {
  lines: ExpiryLine[];
  /** What some members owe: points taken back after they were spent. */
  debt: number;
  /** All lines less the debt: what the accounts hold. */
  points: number;
};

/** What is outstanding after all flows. */
export function outstandingOf(
  flows: readonly PointFlow[],
  held: readonly HeldPoints[],
): Outstanding {
  const lines = new Map<Month | null, ExpiryLine>();
  const lineOf = (lapses: Month | null) => {
    const line = lines.get(lapses) ?? { lapses, available: 0, pending: 0, held: 0 };
    lines.set(lapses, line);
    return line;
  };
  for (const { isDebt, isPending, lapses, points } of flows) {
    if (!isDebt) lineOf(lapses)[isPending ? "pending" : "available"] += points;
  }
  for (const { lapses, points } of held) {
    lineOf(lapses).held += points;
    lineOf(lapses).available -= points;
  }
  const debt = 0 - sumOf(flows.filter(({ isDebt }) => isDebt));
  return {
    lines: [...lines.values()]
      .filter(({ available, pending, held }) => available !== 0 || pending !== 0 || held !== 0)
      .sort((a, b) => (a.lapses ?? "9999").localeCompare(b.lapses ?? "9999")),
    debt,
    points: sumOf(flows),
  };
}

/** What became of all points in a month: opening and what follows add up to closing. Signed. */
export type Movement = {
  month: Month;
  opening: number;
  broughtIn: number;
  earned: number;
  /** Given by hand, less what was taken by hand. */
  adjusted: number;
  /** Spent on gifts, less what came back of redemptions that were cancelled. */
  redeemed: number;
  expired: number;
  /** Taken back with the award that gave them. */
  reversed: number;
  closing: number;
};

const COLUMN_OF: Record<FlowKind, keyof Omit<Movement, "month" | "opening" | "closing"> | null> = {
  "brought-in": "broughtIn",
  earned: "earned",
  given: "adjusted",
  taken: "adjusted",
  redeemed: "redeemed",
  returned: "redeemed",
  expired: "expired",
  reversed: "reversed",
  // From a lot to a debt, or to a lot: nothing to all of them together.
  repaid: null,
  moved: null,
};

/** What became of all points, month by month. */
export function movementsOf(flows: readonly PointFlow[], months: readonly Month[]): Movement[] {
  const first = months[0] ?? "";
  let opening = sumOf(flows.filter(({ month }) => month < first));
  return months.map((month) => {
    const movement: Movement = {
      month,
      opening,
      broughtIn: 0,
      earned: 0,
      adjusted: 0,
      redeemed: 0,
      expired: 0,
      reversed: 0,
      closing: opening,
    };
    for (const flow of flows) {
      if (flow.month !== month) continue;
      const column = COLUMN_OF[flow.what];
      if (column) movement[column] += flow.points;
      movement.closing += flow.points;
    }
    opening = movement.closing;
    return movement;
  });
}

/** Points that became available in one month, and what became of them so far. */
export type Cohort = {
  month: Month;
  /** What was given, less what was taken back or taken by hand. */
  granted: number;
  redeemed: number;
  expired: number;
  /** Granted, and neither redeemed nor expired yet. */
  left: number;
};

/** What became of the points that became available in each month through the given one; the oldest first. */
export function cohortsOf(flows: readonly PointFlow[], through: Month): Cohort[] {
  const cohorts = new Map<Month, Cohort>();
  for (const { cohort: month, month: at, isPending, what, points } of flows) {
    if (month === null || isPending || month > through || at > through) continue;
    const cohort = cohorts.get(month) ?? { month, granted: 0, redeemed: 0, expired: 0, left: 0 };
    cohorts.set(month, cohort);
    cohort.left += points;
    if (what === "redeemed" || what === "returned") cohort.redeemed -= points;
    else if (what === "expired") cohort.expired -= points;
    else cohort.granted += points;
  }
  return [...cohorts.values()].sort((a, b) => a.month.localeCompare(b.month));
}

const sumOf = (rows: readonly { points: number }[]) =>
  rows.reduce((sum, { points }) => sum + points, 0);
