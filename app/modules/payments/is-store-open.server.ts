import type { Db } from "#app/platform/db.server.ts";

/** Whether money can change hands at a store, which stays what it is until the caller's transaction ends. */
export async function isStoreOpen(tx: Db, id: number): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select id from store where id = ${id} and closed_at is null and asked_since is null for key share`;
  return open.length > 0;
}
