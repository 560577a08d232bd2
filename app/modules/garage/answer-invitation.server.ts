import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { carInWords } from "./car-in-words.ts";
import { writeCarLetter } from "./write-car-letter.server.ts";

/**
 * Says yes to driving along with another's car; the holder is written to. Saying it twice is saying it once.
 *
 * @returns false where there is no such invitation any more.
 */
export async function acceptInvitation(answer: {
  memberId: number;
  coDriverId: number;
}): Promise<boolean> {
  return inRetriedTransaction(async (db) => {
    const { memberId, coDriverId: id } = answer;
    const { count } = await db.coDriver.updateMany({
      where: { id, memberId, endedAt: null, acceptedAt: null },
      data: { acceptedAt: new Date() },
    });
    if (count === 0) {
      return (await db.coDriver.count({ where: { id, memberId, endedAt: null } })) > 0;
    }
    const { holding } = await db.coDriver.findUniqueOrThrow({
      where: { id },
      select: {
        holding: {
          select: {
            memberId: true,
            car: true,
            member: { select: { person: { select: { name: true } } } },
          },
        },
      },
    });
    await writeCarLetter(db, holding.memberId, {
      template: "co-driver",
      props: {
        holder: holding.member.person.name,
        car: carInWords(holding.car),
        step: "accepted",
      },
      dedupKey: `co-driver/${id}/accepted`,
    });
    return true;
  });
}

/**
 * Ends somebody's driving along, or an invitation to it, from either side; the other side is written to
 * where it had begun.
 *
 * @returns false where the one who asks has no part in it, or it has ended.
 */
export async function endCoDrive(asked: {
  memberId: number;
  coDriverId: number;
}): Promise<boolean> {
  return inRetriedTransaction(async (db) => {
    const { memberId, coDriverId: id } = asked;
    const drive = await db.coDriver.findFirst({
      where: { id, endedAt: null, OR: [{ memberId }, { holding: { memberId } }] },
      select: {
        memberId: true,
        acceptedAt: true,
        member: { select: { person: { select: { name: true } } } },
        holding: {
          select: {
            memberId: true,
            car: true,
            member: { select: { person: { select: { name: true } } } },
          },
        },
      },
    });
    if (!drive) return false;
    const ended = { where: { id, endedAt: null }, data: { endedAt: new Date() } };
    if ((await db.coDriver.updateMany(ended)).count === 0) return false;
    if (!drive.acceptedAt) return true;
    const byHolder = drive.holding.memberId === memberId;
    await writeCarLetter(db, byHolder ? drive.memberId : drive.holding.memberId, {
      template: "co-driver",
      props: {
        // "You and … no longer share it": whoever is not the reader.
        holder: byHolder ? drive.holding.member.person.name : drive.member.person.name,
        car: carInWords(drive.holding.car),
        step: "ended",
      },
      dedupKey: `co-driver/${id}/ended`,
    });
    return true;
  });
}
