import { attemptSubject } from "#app/modules/auth/attempt-subject.server.ts";
import { consumeCodeAttempt } from "#app/modules/auth/code-attempt.server.ts";
import { verifyCode } from "#app/modules/auth/codes.server.ts";
import {
  type Browser,
  type OpenedSession,
  openSession,
} from "#app/modules/auth/open-session.server.ts";
import { newToken, tokenHash } from "#app/modules/auth/session-token.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** From the code to the card: long enough to look for the car's papers, short on a borrowed tablet. */
const MINUTES = 120;

export type JoiningCodeAnswer =
  /** A member's address: they have a card, and are signed in to it. */
  | ({ ok: true; way: "signed-in" } & OpenedSession)
  /** The address is proved; the token is for this browser alone. */
  | { ok: true; way: "joining"; token: string; expiresAt: Date }
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Takes the code that a joiner was sent. A code that is wrong, used, too old or was tried too often gets
 * one answer. Whoever became a member since the letter was written, in another tab perhaps, is signed in.
 *
 * @param email lower case.
 * @param code six digits.
 */
export async function enterJoiningCode(
  db: Db,
  email: string,
  code: string,
  browser: Browser,
): Promise<JoiningCodeAnswer> {
  const subject = await attemptSubject(db, email, browser.known);
  const turn = await consumeCodeAttempt(subject.key, browser.address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const right =
    (await verifyCode(db, email, "join", code, subject.known)) ||
    (await verifyCode(db, email, "sign-in", code, subject.known));
  if (!right) return { ok: false, refusal: "wrong" };
  await turn.giveBack();
  const member = await db.person.findFirst({
    where: { email, closedAt: null, member: { isNot: null } },
    select: { id: true },
  });
  if (member) {
    const proof = { method: "code", secondFactor: false } as const;
    return { ok: true, way: "signed-in", ...(await openSession(db, member.id, browser, proof)) };
  }
  const token = newToken();
  const [joining] = await db.$queryRaw<{ expires_at: Date }[]>`
    insert into joining (id, email, expires_at)
    values (${tokenHash(token)}, ${email}, now() + make_interval(mins => ${MINUTES}))
    returning expires_at`;
  return {
    ok: true,
    way: "joining",
    token,
    expiresAt: (joining as { expires_at: Date }).expires_at,
  };
}
