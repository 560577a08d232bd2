import type { Prisma, PrismaClient } from "#app/generated.server/prisma/client.ts";
import { consumeCodeAttempt } from "#app/modules/auth/code-attempt.server.ts";
import { verifyCode } from "#app/modules/auth/codes.server.ts";
import {
  endOtherSessions,
  type RenewedSession,
  renewSession,
} from "#app/modules/auth/renew-session.server.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import { maskEmail } from "#app/modules/person/contact-spelling.ts";
import { isUniqueViolation } from "#app/platform/transient-error.ts";

/** As long as the code that was sent. */
const ASKED_MINUTES = 10;

export type ChangeEmailAnswer =
  | { ok: true; session: RenewedSession }
  /** `taken`: it became somebody else's meanwhile. */
  | { ok: false; refusal: "wrong" | "taken" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Makes another e-mail address the one that somebody signs in with, by the code that was sent to it. Both
 * addresses are told, each with the other masked, and every other browser is signed out.
 *
 * @param email lower case; one that this person asked for within the code's ten minutes.
 */
export async function changeEmail(
  db: PrismaClient,
  who: { personId: number; sessionId: string; address: string },
  email: string,
  code: string,
): Promise<ChangeEmailAnswer> {
  const { personId, sessionId, address } = who;
  const turn = await consumeCodeAttempt(`person ${personId}`, address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  if (!(await wasAsked(db, personId, email))) return WRONG;
  if (!(await verifyCode(db, email, "change-email", code))) return WRONG;
  await turn.giveBack();
  return db
    .$transaction(async (tx) => {
      await endOtherSessions(tx, personId, sessionId);
      const session = await renewSession(tx, sessionId, { secondFactor: false });
      if (!session) return WRONG;
      const [person] = await tx.$queryRaw<Person[]>`
        select name, email, locale from person where id = ${personId} for update`;
      await tx.person.update({ where: { id: personId }, data: { email } });
      await tx.emailChange.updateMany({
        where: { personId, newEmail: email, doneAt: null },
        data: { doneAt: new Date() },
      });
      await tellBoth(tx, personId, person as Person, email);
      return { ok: true as const, session };
    })
    .catch((error: unknown) => {
      // The unique index answers whoever comes second.
      if (isUniqueViolation(error)) return { ok: false as const, refusal: "taken" as const };
      throw error;
    });
}

type Person = { name: string; email: string | null; locale: string | null };

const WRONG = { ok: false, refusal: "wrong" } as const;

async function wasAsked(db: PrismaClient, personId: number, email: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select from email_change
    where person_id = ${personId} and new_email = ${email} and done_at is null
      and asked_at > now() - make_interval(mins => ${ASKED_MINUTES})
    limit 1`;
  return rows.length > 0;
}

async function tellBoth(
  tx: Prisma.TransactionClient,
  personId: number,
  { name, email: former, locale }: Person,
  email: string,
): Promise<void> {
  const sides = [
    { to: email, side: "new" as const },
    ...(former ? [{ to: former, side: "old" as const }] : []),
  ];
  await writeLetters(
    tx,
    sides.map(({ to, side }) => ({
      personId,
      to,
      template: "email-changed" as const,
      locale,
      props: {
        name,
        oldEmail: former ? maskEmail(former) : "—",
        newEmail: maskEmail(email),
        side,
      },
    })),
  );
}
