import type { GoldPeriod, GoldSource, StatusEntry } from "./tier.ts";

/** A span of gold as it is kept: cause, first instant and end in milliseconds, null without an end. */
export type KeptGold = [cause: string, startsAt: number, endsAt: number | null];

/** Status points as they are kept: how many, and the instant they count at in milliseconds. */
export type KeptStatus = [points: number, countsAt: number];

/** Later than any rule of ours looks. */
const WITHOUT_END = new Date("9999-12-31T00:00:00Z");

const sources: Record<string, GoldSource> = {
  imported: "roll",
  dues: "dues",
  dues_withdrawn: "dues",
  granted: "grant",
  status_points: "points",
  renewed: "points",
};

/** Spans of gold as the rules of tiers want them. Grace is left out: it follows from the span before it. */
export function goldPeriods(kept: readonly KeptGold[]): GoldPeriod[] {
  return kept.flatMap(([cause, startsAt, endsAt]) => {
    const source = sources[cause];
    if (!source) return [];
    const until = endsAt === null ? WITHOUT_END : new Date(endsAt);
    const period: GoldPeriod = { from: new Date(startsAt), until, source };
    if (cause === "dues_withdrawn") period.cutShort = true;
    if (endsAt === null) period.endless = true;
    return [period];
  });
}

/** Status points as the rules of tiers want them. */
export function statusEntries(kept: readonly KeptStatus[]): StatusEntry[] {
  return kept.map(([points, countsAt]) => ({ points, countsAt: new Date(countsAt) }));
}
