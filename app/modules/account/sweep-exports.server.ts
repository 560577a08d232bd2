import type { Db } from "#app/platform/db.server.ts";

/** Takes copies of data away whose days are over, and gives up on those that no job will finish. */
export async function sweepExports(db: Db): Promise<void> {
  await db.$executeRaw`
    update data_export set state = 'expired', content = null
    where state = 'ready' and expires_at <= now()`;
  await db.$executeRaw`
    update data_export set state = 'failed'
    where state = 'waiting' and created_at < now() - interval '2 days'`;
}
