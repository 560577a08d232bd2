import type { Db } from "#app/platform/db.server.ts";

/** Somebody who drives along with a member's car, or was asked to. */
export type CoDriverListed = {
  id: number;
  /** Known to each other once they have said yes; until then the member number is enough. */
  name: string | null;
  number: string;
  /** ISO 8601 instants. */
  invitedAt: string;
  acceptedAt: string | null;
};

/** Who drives along with a car that the member holds. */
export async function loadCoDrivers(
  db: Db,
  memberId: number,
  carId: number,
): Promise<CoDriverListed[]> {
  const drives = await db.coDriver.findMany({
    where: { endedAt: null, holding: { carId, memberId, endsAt: null } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      invitedAt: true,
      acceptedAt: true,
      member: { select: { number: true, person: { select: { name: true } } } },
    },
  });
  return drives.map(({ id, invitedAt, acceptedAt, member }) => ({
    id,
    name: acceptedAt ? member.person.name : null,
    number: member.number,
    invitedAt: invitedAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
  }));
}
