import type { Db } from "#app/platform/db.server.ts";

/**
 * Removes uploads that nobody will import: those that broke off with the process that received them.
 * Called by the hourly job.
 *
 * @returns how many there were.
 */
export async function sweepUploads(db: Db): Promise<number> {
  return db.$executeRaw`
    delete from upload
    where created_at < now() - interval '1 day'
      and not exists (select from import_run
                      where upload_id = upload.id and state in ('waiting', 'running'))`;
}
