import type { Db } from "#app/platform/db.server.ts";
import { tokenHash } from "./session-token.server.ts";

/** Signs a browser out. A token that is not, or no longer, a session's is no error. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.session.deleteMany({ where: { id: tokenHash(token) } });
}

/** Signs a person out everywhere. */
export async function endAllSessions(db: Db, personId: number): Promise<void> {
  await db.session.deleteMany({ where: { personId } });
}
