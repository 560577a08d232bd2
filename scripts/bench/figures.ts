/** Several runs of one thing: the middle one, and how far they lay apart. */
export type Spread = { median: number; low: number; high: number };

/** One line of the report. */
export type Figure = {
  what: string;
  value: Spread;
  unit: string;
  /** The same, against something measured by turns with it. Machines differ; this is what counts. */
  ratio?: Spread & { to: string };
  bar?: Bar;
  /** What one has to know to read the figure. */
  note?: string;
};

/** What quality asks for: of the ratio where there is one, of the value otherwise. */
export type Bar = { atLeast: number } | { atMost: number };

export type Measurement = { name: string; figures: Figure[] };

/** @param values at least one. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number) => sorted[Math.round(place)] ?? Number.NaN;
  return {
    median: (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2,
    low: at(0),
    high: at(sorted.length - 1),
  };
}

/** A value that there is only one of. */
export const single = (value: number): Spread => ({ median: value, low: value, high: value });

/** The value below which a share of all lies, such as 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Round by round, so that a minute in which the machine was busy with something else hits both. */
export function ratios(of: readonly number[], to: readonly number[], name: string) {
  return { ...spread(of.map((value, round) => value / (to[round] ?? Number.NaN))), to: name };
}

/** Whether a figure is what it has to be; null where nothing is asked. */
export function isMet({ value, ratio, bar }: Figure): boolean | null {
  if (!bar) return null;
  const { median } = ratio ?? value;
  return "atLeast" in bar ? median >= bar.atLeast : median <= bar.atMost;
}
