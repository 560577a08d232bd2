/**
 * The states of a letter:
 *   waiting → sending → sent
 *                     → waiting   the server could not take it now; the queue tries again
 *                     → refused   the server never will
 *                     → failed    the queue's last attempt
 *                     → kept      there is no mail server
 *   waiting → stale               it brings a code that has ended
 *   refused, failed → waiting     somebody of the club sends it again
 * A letter found `sending` was being handed over when its worker was cut off. Whether it arrived
 * cannot be known, so it is sent again, under the same Message-ID.
 */
export const LETTER_STATES = [
  "waiting",
  "sending",
  "sent",
  "refused",
  "failed",
  "kept",
  "stale",
] as const;
export type LetterState = (typeof LETTER_STATES)[number];
