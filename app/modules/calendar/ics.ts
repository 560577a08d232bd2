/** An event as a calendar keeps it. */
export type CalendarEntry = {
  /** What it is known by, for ever. */
  uid: string;
  /** Goes up whenever something of it changes: the older one is forgotten. */
  sequence: number;
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** Whether it takes the time of whoever keeps it. */
  isBusy: boolean;
  startsAt: Date;
  endsAt: Date;
  title: string;
  about: string;
  place: string;
  url: string;
  changedAt: Date;
};

/** Bytes of a line without its end. */
const LONGEST_LINE = 75;

const MOST_ABOUT = 2_000;

/**
 * A calendar as RFC 5545 has it. All times are in UTC: an event of the club is an instant, whatever zone somebody
 * looks at it from, and no program has to know the rules of another's clock.
 *
 * @param calendar.name is shown by programs that subscribe; `timeZone` in which they may show it.
 * @param now when the file was made.
 */
export function icsOf(
  calendar: { name: string; timeZone: string },
  entries: readonly CalendarEntry[],
  now: Date,
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Marque//Events//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-TIMEZONE:${escaped(calendar.timeZone)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    "X-PUBLISHED-TTL:PT6H",
    ...entries.flatMap((entry) => linesOf(entry, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf(entry: CalendarEntry, now: Date): string[] {
  const { uid, sequence, status, title, about, place, url, isBusy } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    ...(about ? [`DESCRIPTION:${escaped(about.slice(0, MOST_ABOUT))}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${url}`,
    `TRANSP:${isBusy ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
}

const utc = (instant: Date): string =>
  `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A text as a value: RFC 5545, 3.3.11. Control characters are none of a text's. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A line of at most 75 bytes, and what is left of it on lines that begin with a blank; no letter is cut in two. */
function folded(line: string): string {
  const pieces = [""];
  let room = LONGEST_LINE;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (bytes > room) {
      pieces.push("");
      // The blank counts.
      room = LONGEST_LINE - 1;
    }
    pieces[pieces.length - 1] += letter;
    room -= bytes;
  }
  return pieces.join("\r\n ");
}
