import type { Db } from "#app/platform/db.server.ts";
import { carInWords } from "./car-in-words.ts";
import { writeCarLetter } from "./write-car-letter.server.ts";

/** With a holding, the driving along of everybody ends; those who drove are written to. */
export async function endCoDriversOf(db: Db, holdingId: number): Promise<void> {
  const driving = await db.coDriver.findMany({
    where: { holdingId, endedAt: null },
    select: { id: true, memberId: true, acceptedAt: true },
  });
  if (driving.length === 0) return;
  await db.coDriver.updateMany({
    where: { id: { in: driving.map(({ id }) => id) } },
    data: { endedAt: new Date() },
  });
  const { car, member } = await db.carHolding.findUniqueOrThrow({
    where: { id: holdingId },
    select: { car: true, member: { select: { person: { select: { name: true } } } } },
  });
  for (const { id, memberId, acceptedAt } of driving) {
    if (!acceptedAt) continue;
    await writeCarLetter(db, memberId, {
      template: "co-driver",
      props: { holder: member.person.name, car: carInWords(car), step: "ended" },
      dedupKey: `co-driver/${id}/ended`,
    });
  }
}
