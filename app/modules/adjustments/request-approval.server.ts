import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes to everybody who may answer a request: neither whoever asks nor the member it is about. */
export async function requestApproval(
  db: Db,
  request: { id: number; points: number; reason: string; requestedBy: number },
  member: { number: string; personId: number },
): Promise<void> {
  const [asker, deciders] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: request.requestedBy },
      select: { name: true },
    }),
    db.person.findMany({
      where: {
        closedAt: null,
        email: { not: null },
        id: { notIn: [request.requestedBy, member.personId] },
        roles: { some: { role: { in: [...PERMISSIONS["adjustments.approve"]] } } },
      },
      select: { id: true, name: true, email: true, locale: true },
    }),
  ]);
  await writeLetters(
    db,
    deciders.map((decider) => ({
      personId: decider.id,
      to: decider.email as string,
      template: "approval-asked",
      locale: decider.locale,
      props: {
        name: decider.name,
        askedBy: asker.name,
        memberNumber: member.number,
        points: request.points,
        reason: request.reason,
      },
      dedupKey: `approval-asked:${request.id}:${decider.id}`,
    })),
  );
}
