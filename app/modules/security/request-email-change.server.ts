import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { EMAIL_CHANGES } from "#app/modules/auth/limits.ts";
import { requestCode } from "#app/modules/auth/request-code.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

export type EmailChangeAsked =
  | { ok: true }
  | { ok: false; refusal: "same" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Asks for another e-mail address to sign in with: a code goes to it. Whether the address is somebody else's
 * is found out behind the back of whoever asks; that somebody gets a letter, and no code.
 *
 * @param asked.email lower case.
 */
export async function requestEmailChange(
  db: PrismaClient,
  person: { id: number; email: string | null },
  asked: { email: string; locale: Locale; address: string },
): Promise<EmailChangeAsked> {
  if (asked.email === person.email) return { ok: false, refusal: "same" };
  const turn = await consumeAttempt(EMAIL_CHANGES, `person ${person.id}`);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const sent = await requestCode(db, { ...asked, purpose: "change-email" });
  if (!sent.ok) return sent;
  await db.emailChange.create({
    data: { personId: person.id, oldEmail: person.email, newEmail: asked.email },
  });
  return { ok: true };
}

/** Lets go of a change that somebody asked for and has not finished. */
export async function forgetEmailChange(db: Db, personId: number): Promise<void> {
  await db.emailChange.deleteMany({ where: { personId, doneAt: null } });
}
