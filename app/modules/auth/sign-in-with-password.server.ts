import type { Db } from "#app/platform/db.server.ts";
import { consumeAttempt, refundAttempt, resetAttempts } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { attemptSubject } from "./attempt-subject.server.ts";
import { ADDRESS_ATTEMPTS, PASSWORD_ATTEMPTS } from "./limits.ts";
import { type Browser, type OpenedSession, openSession } from "./open-session.server.ts";
import { normalisePassword } from "./password-rules.ts";
import { verifyPassword } from "./passwords.server.ts";

export type SignInAnswer =
  | ({ ok: true } & OpenedSession)
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Signs a person in by e-mail address and password.
 *
 * The answer, and the work that leads to it, is the same for a wrong password, an account without
 * one, a closed account and no account. A try is counted before the password is looked at, so that
 * tries at the same moment cannot slip past the limit together.
 *
 * @param email lower case.
 */
export async function signInWithPassword(
  db: Db,
  email: string,
  password: string,
  browser: Browser,
): Promise<SignInAnswer> {
  const place = addressGroup(browser.address);
  const subject = await attemptSubject(db, email, browser.known);
  const turns = [
    await consumeAttempt(ADDRESS_ATTEMPTS, place),
    await consumeAttempt(PASSWORD_ATTEMPTS, subject.key),
  ];
  for (const turn of turns) {
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  }
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true },
  });
  const right = await verifyPassword(person?.passwordHash ?? null, normalisePassword(password));
  if (!right || !person) {
    const { address } = browser;
    noteSecurity({
      event: "proof-refused",
      proof: "password",
      person: person?.id ?? null,
      address,
    });
    return { ok: false, refusal: "wrong" };
  }
  await Promise.all([
    resetAttempts(PASSWORD_ATTEMPTS, subject.key),
    refundAttempt(ADDRESS_ATTEMPTS, place),
  ]);
  const proof = { method: "password", secondFactor: false } as const;
  return { ok: true, ...(await openSession(db, person.id, browser, proof)) };
}
