import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { attemptSubject } from "./attempt-subject.server.ts";
import type { CodePurpose } from "./codes.server.ts";
import { ADDRESS_CODES_ASKED, CODES_ASKED } from "./limits.ts";

export type CodeAsked = { ok: true } | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Asks for a code by e-mail. Whether there is an account is found out by the job, behind the back of
 * whoever asked: neither the answer nor the time it takes can tell.
 *
 * @param email lower case.
 * @param locale the language of the page, for a person who has not chosen one.
 * @param known what the browser kept of earlier sign-ins; see `attemptSubject`.
 */
export async function requestCode(
  db: Db,
  asked: {
    email: string;
    purpose: CodePurpose;
    locale: Locale;
    address: string;
    known?: string | null;
  },
): Promise<CodeAsked> {
  const { email, purpose, locale, address, known = null } = asked;
  const turns = [
    await consumeAttempt(ADDRESS_CODES_ASKED, addressGroup(address)),
    await consumeAttempt(CODES_ASKED, (await attemptSubject(db, email, known)).key),
  ];
  for (const turn of turns) {
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  }
  await enqueue(db, "send-code", { email, purpose, locale }, { maxAttempts: 5 });
  return { ok: true };
}
