import { type Bar, type Figure, isMet, type Measurement, type Spread } from "./figures.ts";

/** The report as a table for people. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.flatMap(({ name, figures }) =>
    figures.map((figure, index) => [index === 0 ? name : "", ...cells(figure)]),
  );
  const head = ["", "what", "figure", "against", "bar", ""];
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? "")].map((cell) => cell.length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

/** The report as data, with what the machine was. */
export function asJson(measurements: readonly Measurement[], about: object): string {
  const withVerdict = measurements.map(({ name, figures }) => ({
    name,
    figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })),
  }));
  return JSON.stringify({ ...about, measurements: withVerdict }, null, 2);
}

function cells(figure: Figure): string[] {
  const { what, value, unit, ratio, bar, note } = figure;
  const met = isMet(figure);
  return [
    what,
    `${withRange(value)} ${unit}`,
    ratio ? `${withRange(ratio)} × ${ratio.to}` : "",
    bar ? limit(bar) + (ratio ? " ×" : ` ${unit}`) : "",
    [met === null ? "" : met ? "met" : "MISSED", note ?? ""].filter(Boolean).join("; "),
  ];
}

const limit = (bar: Bar) => ("atLeast" in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`);

function withRange({ median, low, high }: Spread): string {
  return low === high ? shown(median) : `${shown(median)} (${shown(low)}–${shown(high)})`;
}

function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", {
    maximumFractionDigits: Number.isInteger(value) ? 0 : digits,
  });
}
