interface RowChartProps {
  /** The whole meaning in a sentence, for those who don't see the bars. The figures are in the table beside it. */
  label: string;
  rows: readonly { label: string; value: number }[];
  /** Writes a figure. */
  format: (value: number) => string;
}

const ROW = 38;
const BAR = 12;

/**
 * Bars that lie below one another, each under its name and before its figure, drawn on the server: for few things
 * with long names, of which each is a part of the first. It stands above a table with the same figures.
 */
export function RowChart({ label, rows, format }: RowChartProps) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <figure className="chart">
      <svg role="img" aria-label={label} width="100%" height={rows.length * ROW}>
        {rows.map(({ label: name, value }, place) => (
          <g key={name}>
            <text x="0" y={place * ROW + 14}>
              {name}
            </text>
            <text x="100%" y={place * ROW + 14} className="chart-figure">
              {format(value)}
            </text>
            <rect x="0" y={place * ROW + 20} width="100%" height={BAR} className="chart-track" />
            <rect
              x="0"
              y={place * ROW + 20}
              width={`${((value / most) * 100).toFixed(3)}%`}
              height={BAR}
              className="chart-accent"
            />
          </g>
        ))}
      </svg>
    </figure>
  );
}
