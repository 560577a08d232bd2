import { attemptSubject } from "#app/modules/auth/attempt-subject.server.ts";
import { ADDRESS_CODES_ASKED, CODES_ASKED } from "#app/modules/auth/limits.ts";
import type { CodeAsked } from "#app/modules/auth/request-code.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * Asks for the code with which joining begins. Whether the address is somebody's already is found out by
 * the job: neither the answer nor the time it takes can tell. It counts with the codes for signing in.
 *
 * @param email lower case.
 * @param address where the request comes from.
 * @param known what the browser kept of earlier sign-ins; see `attemptSubject`.
 */
export async function askToJoin(
  db: Db,
  {
    email,
    locale,
    address,
    known = null,
  }: { email: string; locale: Locale; address: string; known?: string | null },
): Promise<CodeAsked> {
  const turns = [
    await consumeAttempt(ADDRESS_CODES_ASKED, addressGroup(address)),
    await consumeAttempt(CODES_ASKED, (await attemptSubject(db, email, known)).key),
  ];
  for (const turn of turns) {
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  }
  await enqueue(db, "send-joining-code", { email, locale }, { maxAttempts: 5 });
  return { ok: true };
}
