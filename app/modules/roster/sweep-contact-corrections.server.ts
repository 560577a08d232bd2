import type { Db } from "#app/platform/db.server.ts";

/** How long a mistaken roster's corrections can be put back. */
const KEPT_DAYS = 90;

/** Forgets former contact data: after some months, and of people whose account is closed at once. */
export async function sweepContactCorrections(db: Db): Promise<void> {
  await db.$executeRaw`
    delete from contact_correction
    where created_at < now() - make_interval(days => ${KEPT_DAYS})
      or person_id in (select id from person where closed_at is not null)`;
}
