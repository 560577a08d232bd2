import type { Db } from "#app/platform/db.server.ts";

/** Signs one of a person's own browsers out; a session of anybody else is left alone. */
export async function endDevice(db: Db, personId: number, sessionId: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId, personId } });
}
