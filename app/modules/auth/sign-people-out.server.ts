import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import { writeAudit } from "#app/platform/audit.server.ts";

/**
 * Signs somebody out of every browser, or everybody (OWASP ASVS 5.0, 7.4.5), for whoever stands at the
 * server's own console. It is written down that it was done.
 *
 * @param email lower case; null for everybody.
 * @returns how many sessions ended.
 */
export async function signPeopleOut(db: PrismaClient, email: string | null): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: email === null ? {} : { person: { email } },
    });
    const person = email && (await tx.person.findUnique({ where: { email } }));
    await writeAudit(tx, {
      personId: null,
      action: "sessions.ended",
      subject: person ? `person:${person.id}` : "person:everybody",
      detail: { at: "console", count },
    });
    return count;
  });
}
