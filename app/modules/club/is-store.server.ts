import type { Db } from "#app/platform/db.server.ts";

/** Whether there is a store of that number; where none was chosen there is nothing to doubt. */
export async function isStore(db: Db, id: number | null): Promise<boolean> {
  return id === null || (await db.store.count({ where: { id } })) > 0;
}
