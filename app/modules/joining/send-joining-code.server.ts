import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

/**
 * Writes the letter with a code to somebody who wants to join: to an address without a membership a code
 * to join with; to a member's, who has a card already, one that signs in.
 */
export async function sendJoiningCode(
  db: PrismaClient,
  { email, locale }: { email: string; locale: Locale },
): Promise<void> {
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, locale: true, member: { select: { id: true } } },
  });
  const purpose = person?.member ? "sign-in" : "join";
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
