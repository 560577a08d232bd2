import { type ApiAnswer, answerOnce } from "#app/modules/api/answer-once.server.ts";
import type { ApiClient } from "#app/modules/api/api-client.ts";
import { problem } from "#app/modules/api/problem.ts";
import type { Db } from "#app/platform/db.server.ts";
import { answer, refusal, refuse } from "./api-request.server.ts";

const MOST_KEY = 255;

/** What names a request that must not be done twice. */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) throw refuse(problem("idempotency-key-missing"));
  if (!/^[!-~]+$/.test(key) || key.length > MOST_KEY) {
    const detail = `1 to ${MOST_KEY} visible ASCII characters, such as a UUID.`;
    throw refuse(problem("idempotency-key-unusable", { detail }));
  }
  return key;
}

/**
 * Does what a client asks for once, in one transaction with the note of the answer, and answers it.
 *
 * @param content what the request says, in one spelling.
 */
export async function respondOnce(
  client: ApiClient,
  request: { key: string; content: string },
  act: (tx: Db) => Promise<ApiAnswer & { keep: boolean }>,
): Promise<Response> {
  const once = await answerOnce({ clientId: client.id, ...request }, act);
  if (!once.ok) {
    throw once.refusal === "busy"
      ? refuse(problem("busy"), { "Retry-After": "5" })
      : refuse(problem("idempotency-key-reused"));
  }
  const { status, body } = once.answer;
  if (status !== 200) return refusal(body, status);
  return answer(body, once.replayed ? { "Idempotency-Replayed": "true" } : {});
}
