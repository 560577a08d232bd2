import type { Role } from "#app/modules/access/roles.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { type ClosingRefusal, decideClosing } from "./closing-rules.ts";

/** Asks for one's account to be closed, and writes to its owner by when it can be kept. */
export async function requestClosing(
  personId: number,
  now = new Date(),
): Promise<{ ok: true; closesAt: Date } | { ok: false; refusal: ClosingRefusal }> {
  const time = clubTime((await loadClub()).timeZone);
  return db().$transaction(async (tx) => {
    // Keeps a role from being given in the same moment: a grant refers to the person.
    await tx.$queryRaw`select id from person where id = ${personId} for update`;
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId, closedAt: null },
      include: { roles: true },
    });
    const roles = person.roles.map(({ role }) => role as Role);
    const decision = decideClosing({ roles, closesAt: person.closesAt }, now, time);
    if (!decision.ok) return decision;
    const { closesAt } = decision;
    await tx.person.update({ where: { id: personId }, data: { closingAskedAt: now, closesAt } });
    await writeAudit(tx, {
      personId,
      action: "closing.asked",
      subject: `person:${personId}`,
      detail: { closesAt: closesAt.toISOString() },
    });
    await writeLetterTo(tx, person, {
      template: "closing-asked",
      props: { closesAt: closesAt.toISOString() },
      dedupKey: `closing-asked:${personId}:${now.toISOString()}`,
    });
    return decision;
  });
}
