import type { Db } from "#app/platform/db.server.ts";

/** Takes away what spoke for or against leads, once its days are over. */
export async function sweepLeads(db: Db): Promise<void> {
  await db.$executeRaw`delete from lead_sign where forget_at <= now()`;
  await db.$executeRaw`delete from lead_origin where forget_at <= now()`;
}
