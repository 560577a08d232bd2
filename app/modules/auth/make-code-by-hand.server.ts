import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { makeCode } from "./codes.server.ts";

/**
 * Makes a code for a new password without a letter, for whoever stands at the server's own console: the
 * first admin of a club that has no mail server yet. It is written down that it was made.
 *
 * @param email lower case.
 * @returns null where there is no such account.
 */
export async function makeCodeByHand(
  db: PrismaClient,
  email: string,
): Promise<{ code: string; expiresAt: Date } | null> {
  const person = await db.person.findFirst({
    where: { email, closedAt: null },
    select: { id: true },
  });
  if (!person) return null;
  return db.$transaction(async (tx) => {
    await writeAudit(tx, {
      personId: null,
      action: "code.made",
      subject: `person:${person.id}`,
      detail: { at: "console" },
    });
    return makeCode(tx, email, "set-password");
  });
}
