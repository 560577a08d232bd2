import { type Db, db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { attemptSubject } from "./attempt-subject.server.ts";
import { consumeCodeAttempt } from "./code-attempt.server.ts";
import { verifyCode } from "./codes.server.ts";
import { endAllSessions } from "./end-session.server.ts";
import { type Browser, type OpenedSession, openSession } from "./open-session.server.ts";
import { judgePassword, type PasswordRefusal } from "./password-rules.ts";
import { hashPassword } from "./passwords.server.ts";
import { writeSecurityLetter } from "./security-letter.server.ts";

export type SetPasswordAnswer =
  | ({ ok: true } & OpenedSession)
  | { ok: false; refusal: "wrong-code" | PasswordRefusal }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Sets a password, new or in place of a forgotten one, by the code that was sent for it; signs the
 * person out everywhere else and in here.
 *
 * What can be said against a password by itself is said before the code is tried, so that it does not
 * cost the code. That it is too close to the person's name is only said to whoever has the code: to
 * anybody else it would betray that there is such a person. The code then stays good.
 *
 * Where there is a passkey, the password proves no more from then on than the inbox it came by, until another
 * one is chosen with a passkey (`reauthentication-methods.ts`).
 *
 * @param clubNames the club's names, which make poor passwords.
 */
export async function setPassword(
  asked: { email: string; code: string; password: string; clubNames: string[] },
  browser: Browser,
): Promise<SetPasswordAnswer> {
  const { email, code, clubNames } = asked;
  const judgement = judgePassword(asked.password, { email, name: null, clubNames });
  if (!judgement.ok) return judgement;
  const subject = await attemptSubject(db(), email, browser.known);
  const turn = await consumeCodeAttempt(subject.key, browser.address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const passwordHash = await hashPassword(judgement.password);

  const answer = await inTransaction<SetPasswordAnswer>(async (tx, rollBack) => {
    if (!(await verifyCode(tx, email, "set-password", code, subject.known))) return WRONG_CODE;
    const person = await openPerson(tx, email);
    if (!person) return WRONG_CODE;
    const { name } = person;
    // The code was right and is to be tried again with another password.
    const closer = judgePassword(asked.password, { email, name, clubNames });
    if (!closer.ok) rollBack(closer);
    const passwordByInbox = person._count.passkeys > 0;
    await tx.person.update({ where: { id: person.id }, data: { passwordHash, passwordByInbox } });
    await endAllSessions(tx, person.id);
    await writeSecurityLetter(tx, person.id, "password-set");
    const proof = { method: "code", secondFactor: false } as const;
    return { ok: true, ...(await openSession(tx, person.id, browser, proof)) };
  });
  if (answer.ok) await turn.giveBack();
  return answer;
}

const WRONG_CODE = { ok: false, refusal: "wrong-code" } as const;

function openPerson(db: Db, email: string) {
  return db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, name: true, _count: { select: { passkeys: true } } },
  });
}
