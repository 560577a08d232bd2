/** Too many requests, and not now: with these a receiver may say when it wants to be asked again (RFC 9110, 10.2.3). */
const SAYING_WHEN = [429, 503];

/** A receiver can put a message off for so long, in milliseconds; whoever asks for more is asked again then. */
export const LONGEST_ASKED_MS = 24 * 3_600_000;

/**
 * For how long a receiver asks to be left alone, in milliseconds, at most {@link LONGEST_ASKED_MS}.
 *
 * @param header its `Retry-After`: seconds, or a date as HTTP writes it today. The two forms of the last century, a day
 *   that there is not and anything else say nothing.
 * @returns nought where it asks for nothing, or for a time that is past.
 */
export function askedPause(status: number | null, header: string | undefined, now: Date): number {
  if (status === null || header === undefined || !SAYING_WHEN.includes(status)) return 0;
  const asked = /^\d+$/.test(header) ? Number(header) * 1000 : untilDate(header, now);
  return Math.min(Math.max(asked, 0), LONGEST_ASKED_MS);
}

function untilDate(text: string, now: Date): number {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toUTCString() === text ? at - now.getTime() : 0;
}
