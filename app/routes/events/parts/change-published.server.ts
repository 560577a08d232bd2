import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** Changes or cancels a published event, all or nothing. */
export const changePublishedEvent = <Answer extends { ok: boolean }>(
  _eventId: number,
  change: (tx: Db) => Promise<Answer>,
): Promise<Answer> =>
  inRetriedTransaction<Answer>(async (tx, rollBack) => {
    const answer = await change(tx);
    return answer.ok ? answer : rollBack(answer);
  });
