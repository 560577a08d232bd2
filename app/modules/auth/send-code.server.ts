import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { type CodePurpose, makeCode } from "./codes.server.ts";

type Asked = { email: string; purpose: CodePurpose; locale: Locale };
/** Whose address it is, if it is the address of an open account. */
type Known = { id: number; name: string; locale: string | null } | null;

/**
 * Does what an asked-for code comes to once it is known whose address it is: the code in a letter, another
 * letter, or nothing. Whoever asked never learns which.
 */
export async function sendCode(db: PrismaClient, asked: Asked): Promise<void> {
  const known = await db.person.findFirst({
    where: { email: asked.email, closedAt: null },
    select: { id: true, name: true, locale: true },
  });
  switch (asked.purpose) {
    case "change-email":
      return known ? writeTaken(db, asked, known) : writeCode(db, asked, null);
    default:
      return known ? writeCode(db, asked, known) : undefined;
  }
}

async function writeCode(db: PrismaClient, asked: Asked, known: Known): Promise<void> {
  const { email, purpose } = asked;
  await db.$transaction(async (tx) => {
    const { code, expiresAt } = await makeCode(tx, email, purpose);
    await writeLetter(tx, {
      personId: known?.id,
      to: email,
      template: "sign-in-code",
      locale: known?.locale ?? asked.locale,
      props: { code, purpose, expiresAt: expiresAt.toISOString() },
    });
  });
}

/** The address is somebody's who did not ask: they are told, and no code is made. */
async function writeTaken(
  db: PrismaClient,
  { email, locale }: Asked,
  known: NonNullable<Known>,
): Promise<void> {
  await writeLetter(db, {
    personId: known.id,
    to: email,
    template: "email-taken",
    locale: known.locale ?? locale,
    props: { name: known.name },
  });
}
