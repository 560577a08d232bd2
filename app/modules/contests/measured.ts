import { readWhole } from "#app/platform/typed-number.ts";

/** A day: whoever needs longer for a bridge is asked to come back. */
const MOST_MILLISECONDS = 86_400_000;
/** More than any game of the club gives. */
const MOST_POINTS = 1_000_000;

/**
 * Reads a time or points as somebody types them at the spot: `12.4` or `12,4` seconds, `1:02.4`, `1:02:03`; of points a
 * whole number. Digits of any width are read. A time is kept in milliseconds; what is finer is cut off. None is nothing:
 * a slip of the keyboard would win.
 *
 * @returns null for what is neither: it is asked again.
 */
export function readValue(typed: string, measure: "time" | "points"): number | null {
  const text = typed.normalize("NFKC").trim().replace(",", ".");
  if (measure === "points") {
    const points = readWhole(text);
    return points !== null && points >= 0 && points <= MOST_POINTS ? points : null;
  }
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return null;
  const [hours, minutes] = [match[1], match[2]];
  const seconds = Number(match[3]);
  // After a colon there are sixty of them.
  if (minutes !== undefined && (match[3]?.length !== 2 || seconds > 59)) return null;
  if (hours !== undefined && (minutes?.length !== 2 || Number(minutes) > 59)) return null;
  const milliseconds = Number((match[4] ?? "").padEnd(3, "0").slice(0, 3));
  const whole = (Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + seconds) * 1_000;
  const total = whole + milliseconds;
  return total > 0 && total <= MOST_MILLISECONDS ? total : null;
}

/** A value as it is read: `1:02.4`, `12.4`, or points. */
export function showValue(value: number, measure: "time" | "points"): string {
  if (measure === "points") return String(value);
  const whole = Math.floor(value / 1_000);
  const fraction = String(value % 1_000)
    .padStart(3, "0")
    .replace(/0{1,2}$/, "");
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3_600),
    Math.floor((whole % 3_600) / 60),
    whole % 60,
  ];
  const two = (part: number) => String(part).padStart(2, "0");
  if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds)}.${fraction}`;
  return minutes > 0 ? `${minutes}:${two(seconds)}.${fraction}` : `${seconds}.${fraction}`;
}

/** Of somebody's tries the one that counts; null where there is none. */
export const bestOf = (values: readonly number[], better: "less" | "more"): number | null =>
  values.length === 0 ? null : better === "less" ? Math.min(...values) : Math.max(...values);
