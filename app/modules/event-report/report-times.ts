import { CLOSES_AFTER_HOURS } from "#app/modules/attendance/closing.ts";

/** Who joins so many days after an event whose party came is counted as joining in connection with it. */
export const JOINED_WITHIN_DAYS = 30;

const HOUR_MS = 3_600_000;

/** From when on it is known who did not come. */
export const marksAreInAt = (endsAt: Date): Date =>
  new Date(endsAt.getTime() + CLOSES_AFTER_HOURS * HOUR_MS);

/** From when on nobody more is counted as having joined in connection with it: a month of whole days later. */
export const joiningEndsAt = (endsAt: Date): Date =>
  new Date(endsAt.getTime() + (JOINED_WITHIN_DAYS + 1) * 24 * HOUR_MS);
