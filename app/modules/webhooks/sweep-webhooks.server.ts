import type { Db } from "#app/platform/db.server.ts";

/** So long one can see what was sent, and send it again. */
const KEPT_DAYS = 30;

/** Forgets what was sent long ago, and secrets that sign no more. */
export async function sweepWebhooks(db: Db): Promise<void> {
  await db.$executeRaw`
    delete from webhook_event where created_at < now() - make_interval(days => ${KEPT_DAYS})`;
  await db.$executeRaw`
    update webhook_endpoint set old_secret = null, old_secret_until = null
    where old_secret_until <= now()`;
}
