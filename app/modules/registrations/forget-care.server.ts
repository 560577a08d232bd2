import type { Db } from "#app/platform/db.server.ts";

/** What had to be known of children on the day is forgotten so many days after it. */
const CARE_DAYS = 14;

/**
 * Forgets who to call for children, what they must not eat and who takes them home.
 *
 * @param now for tests; the clock otherwise.
 * @returns of how many parties.
 */
export const forgetCare = (on: Db, now = new Date()): Promise<number> => on.$executeRaw`
  delete from registration_care care using registration, event
  where registration.id = care.registration_id and event.id = registration.event_id
    and event.ends_at < ${now}::timestamptz - make_interval(days => ${CARE_DAYS}::int)`;
