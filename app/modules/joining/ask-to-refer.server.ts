import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { attemptSubject } from "#app/modules/auth/attempt-subject.server.ts";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { ADDRESS_CODES_ASKED, CODES_ASKED } from "#app/modules/auth/limits.ts";
import type { CodeAsked } from "#app/modules/auth/request-code.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

type Asked = { email: string; locale: Locale };

/**
 * Asks for the code with which recommending friends begins. Whether the address is somebody's already is found out by
 * the job: neither the answer nor the time it takes can tell. It counts with the codes for signing in.
 *
 * @param asked.email lower case.
 * @param asked.known what the browser kept of earlier sign-ins; see `attemptSubject`.
 */
export async function askToRefer(
  db: Db,
  { email, locale, address, known }: Asked & { address: string; known: string | null },
): Promise<CodeAsked> {
  const turns = [
    await consumeAttempt(ADDRESS_CODES_ASKED, addressGroup(address)),
    await consumeAttempt(CODES_ASKED, (await attemptSubject(db, email, known)).key),
  ];
  for (const turn of turns) {
    if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  }
  await enqueue(db, "send-referring-code", { email, locale }, { maxAttempts: 5 });
  return { ok: true };
}

/** Writes the letter with the code: to an account's address one that signs in, to any other one that begins. */
export async function sendReferringCode(db: PrismaClient, { email, locale }: Asked): Promise<void> {
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, locale: true },
  });
  const purpose = person ? "sign-in" : "refer";
  await db.$transaction(async (tx) => {
    const { code, expiresAt } = await makeCode(tx, email, purpose);
    await writeLetter(tx, {
      personId: person?.id,
      to: email,
      template: "sign-in-code",
      locale: person?.locale ?? locale,
      props: { code, purpose, expiresAt: expiresAt.toISOString() },
    });
  });
}
