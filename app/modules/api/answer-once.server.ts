import { createHash } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { QueueFull, queueOf } from "#app/platform/queue-of.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** An answer as it is kept and sent: to the byte, which a body kept as an object would not be. */
export type ApiAnswer = { status: number; body: string };

/** Connections that the API may hold at once, of the ten of a process. */
const inTurn = queueOf({ atOnce: 4, waiting: 200 });

export type OnceAnswer =
  | { ok: true; answer: ApiAnswer; replayed: boolean }
  | { ok: false; refusal: "key-reused" | "busy" };

/**
 * Does what a request asks for once, however often it comes with the same key, and gives each the same
 * answer. Requests that come at the same moment wait for the first; the effect and the note of the answer
 * are one transaction. An answer that says nothing was done (`keep: false`) is not noted, so that the
 * corrected request may come under the same key.
 *
 * @param content what the request says, in one spelling: another one under the key is refused.
 */
export async function answerOnce(
  request: { clientId: number; key: string; content: string },
  act: (tx: Db) => Promise<ApiAnswer & { keep: boolean }>,
): Promise<OnceAnswer> {
  const { clientId, key } = request;
  const requestHash = createHash("sha256").update(request.content).digest();
  const once = async (tx: Db): Promise<OnceAnswer> => {
    await takeTurns(tx, "apiRequest", `${clientId} ${key}`);
    const before = await tx.apiAnswer.findUnique({ where: { clientId_key: { clientId, key } } });
    if (before) {
      if (!requestHash.equals(before.requestHash)) return { ok: false, refusal: "key-reused" };
      const answer = { status: before.status, body: String(before.body) };
      return { ok: true, answer, replayed: true };
    }
    const { status, body, keep } = await act(tx);
    if (keep) {
      await tx.apiAnswer.create({
        data: { clientId, key, requestHash: Buffer.from(requestHash), status, body },
        select: { key: true },
      });
    }
    return { ok: true, answer: { status, body }, replayed: false };
  };
  try {
    return await inTurn(() => inRetriedTransaction(once));
  } catch (error) {
    if (error instanceof QueueFull) return { ok: false, refusal: "busy" };
    throw error;
  }
}

/** Forgets one answer, because of what it says of somebody: the request is done anew if it comes again. */
export async function forgetApiAnswer(
  tx: Db,
  of: { clientId: number; key: string },
): Promise<void> {
  await tx.apiAnswer.deleteMany({ where: of });
}

/**
 * Forgets answers that nobody retries for any more. Called by the hourly job.
 *
 * @returns how many there were.
 */
export async function sweepApiAnswers(on: Db): Promise<number> {
  return on.$executeRaw`delete from api_answer where created_at < now() - interval '30 days'`;
}
