import type { Db } from "#app/platform/db.server.ts";
import { noteSecurity } from "#app/platform/security-log.server.ts";
import { attemptSubject } from "./attempt-subject.server.ts";
import { consumeCodeAttempt } from "./code-attempt.server.ts";
import { verifyCode } from "./codes.server.ts";
import { type Browser, openSession } from "./open-session.server.ts";
import type { SignInAnswer } from "./sign-in-with-password.server.ts";

/**
 * Signs a person in by the code they were sent. A code that is wrong, used, too old or was tried too
 * often gets the same answer as one for an address that has no account.
 *
 * @param email lower case.
 * @param code six digits.
 */
export async function signInWithCode(
  db: Db,
  email: string,
  code: string,
  browser: Browser,
): Promise<SignInAnswer> {
  const subject = await attemptSubject(db, email, browser.known);
  const turn = await consumeCodeAttempt(subject.key, browser.address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  if (!(await verifyCode(db, email, "sign-in", code, subject.known))) {
    noteSecurity({
      event: "proof-refused",
      proof: "code",
      person: null,
      address: browser.address,
    });
    return { ok: false, refusal: "wrong" };
  }
  await turn.giveBack();
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true },
  });
  if (!person) return { ok: false, refusal: "wrong" };
  const proof = { method: "code", secondFactor: false } as const;
  return { ok: true, ...(await openSession(db, person.id, browser, proof)) };
}
