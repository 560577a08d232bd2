import { type ClubTime, parseDay } from "./club-time.ts";

/**
 * A moment as somebody types it on the club's clock: `2026-11-29T18:00`, as a browser's own field sends it,
 * `2026-11-29 18:00`, or a day alone, which means its beginning, or its end where it is an end.
 *
 * @returns null where it is none.
 */
export function readMoment(typed: string, edge: "from" | "until", time: ClubTime): Date | null {
  const text = typed.normalize("NFKC").trim();
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  const day = parseDay(match?.[1] ?? "");
  if (!match || day === null) return null;
  if (match[2] === undefined) return edge === "from" ? time.startOfDay(day) : time.endOfDay(day);
  const [hour, minute] = [Number(match[2]), Number(match[3])];
  return hour > 23 || minute > 59 ? null : time.instantOf(day, hour, minute, 0);
}

/** A moment as such a field shows it, to the minute. */
export function momentText(instant: Date, { zone }: ClubTime): string {
  // Swedish writes days and times as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(instant)
    .replace(" ", "T");
}
