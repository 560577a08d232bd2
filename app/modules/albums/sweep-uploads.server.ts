import type { Db } from "#app/platform/db.server.ts";

/** Half a file that nobody goes on sending is kept so long, and what became of a whole one. */
const DAYS = { sending: 3, settled: 14 };

/**
 * Forgets files that nobody goes on sending, with what arrived of them, and what became of others long ago.
 *
 * @param now for tests; the clock otherwise.
 * @returns how many there were.
 */
export const sweepUploads = (db: Db, now = new Date()): Promise<number> => db.$executeRaw`
  delete from album_upload where touched_at < ${now}::timestamptz - make_interval(days =>
    case state when 'sending' then ${DAYS.sending}::int else ${DAYS.settled}::int end)`;
