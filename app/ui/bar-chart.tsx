export type ChartTone = "accent" | "tint" | "gold" | "refusal" | "silver" | "faint";

/** One part of each bar: what it is, and how it looks. */
export interface ChartSeries {
  key: string;
  label: string;
  tone: ChartTone;
}

export interface ChartBar {
  /** Below the bar, and its key ("2026-11"). */
  label: string;
  /** By the series' keys. Above nought they stand on the line, below it they hang from it. */
  values: Record<string, number>;
}

interface BarChartProps {
  /** The whole meaning in a sentence, for those who don't see the bars. The figures are in the table beside it. */
  label: string;
  series: readonly ChartSeries[];
  bars: readonly ChartBar[];
  /** Writes a figure of the scale. */
  format: (value: number) => string;
}

const HEIGHT = 200;
const LABELS = 36;
const TOP = 18;
const MOST_LABELS = 6;

/**
 * Bars drawn on the server. Across it measures in per cent and upwards in pixels, so that words keep their size on
 * a phone, where the bars become narrower. It stands above a table with the same figures.
 */
export function BarChart({ label, series, bars, format }: BarChartProps) {
  const sums = bars.map(({ values }) => {
    const figures = series.map(({ key }) => values[key] ?? 0);
    const add = (sum: number, value: number) => sum + value;
    return {
      up: figures.filter((value) => value > 0).reduce(add, 0),
      down: figures.filter((value) => value < 0).reduce(add, 0),
    };
  });
  const most = niceAbove(Math.max(0, ...sums.map(({ up }) => up)));
  const least = -niceAbove(-Math.min(0, ...sums.map(({ down }) => down)));
  const scale = most - least || 1;
  const y = (value: number) => TOP + ((most - value) / scale) * HEIGHT;
  const width = 100 / Math.max(1, bars.length);
  const every = Math.ceil(bars.length / MOST_LABELS);
  const marks = [...new Set([most, 0, least])];
  return (
    <figure className="chart">
      <svg role="img" aria-label={label} width="100%" height={TOP + HEIGHT + LABELS}>
        {marks.map((value) => (
          <g key={value}>
            <line
              x1="0"
              x2="100%"
              y1={y(value)}
              y2={y(value)}
              className={value === 0 ? "chart-base" : "chart-line"}
            />
            {value !== 0 && (
              <text x="0" y={y(value) + (value > 0 ? -4 : 14)}>
                {format(value)}
              </text>
            )}
          </g>
        ))}
        {bars.map((bar, place) => (
          <g key={bar.label}>
            {stacked(bar, series).map(({ key, tone, from, to }) => (
              <rect
                key={key}
                x={`${(place * width + width * 0.15).toFixed(3)}%`}
                width={`${(width * 0.7).toFixed(3)}%`}
                y={y(to).toFixed(2)}
                height={(y(from) - y(to)).toFixed(2)}
                className={`chart-${tone}`}
              />
            ))}
            {place % every === 0 && (
              <text
                x={`${(place * width + width / 2).toFixed(3)}%`}
                y={TOP + HEIGHT + LABELS - 5}
                className="chart-label"
              >
                {bar.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      {series.length > 1 && (
        <figcaption className="chart-legend">
          {series.map(({ key, label, tone }) => (
            <span key={key}>
              <svg aria-hidden="true" width="12" height="12">
                <rect width="12" height="12" className={`chart-${tone}`} />
              </svg>
              {label}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

/** The parts of a bar one upon the other, from nought outwards. */
function stacked({ values }: ChartBar, series: readonly ChartSeries[]) {
  let [up, down] = [0, 0];
  return series.flatMap(({ key, tone }) => {
    const value = values[key] ?? 0;
    if (value === 0) return [];
    if (value > 0) {
      up += value;
      return [{ key, tone, from: up - value, to: up }];
    }
    down += value;
    return [{ key, tone, from: down, to: down - value }];
  });
}

/** The next round figure: where a scale may end. */
function niceAbove(value: number): number {
  if (value <= 0) return 0;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * unit >= value) ?? 10;
  return step * unit;
}
