import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeLetter } from "#app/modules/notifications/write-letter.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type CodePurpose, makeCode } from "./codes.server.ts";

/** Makes a code and writes the letter with it, if the address is that of an account; else nothing. */
export async function sendCode(
  db: PrismaClient,
  { email, purpose, locale }: { email: string; purpose: CodePurpose; locale: Locale },
): Promise<void> {
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true, locale: true },
  });
  if (!person) return;
  await db.$transaction(async (tx) => {
    const { code, expiresAt } = await makeCode(tx, email, purpose);
    await writeLetter(tx, {
      personId: person.id,
      to: email,
      template: "sign-in-code",
      locale: person.locale ?? locale,
      props: { code, purpose, expiresAt: expiresAt.toISOString() },
    });
  });
}
