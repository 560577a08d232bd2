import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Notes that a member came to the workshop, in the caller's transaction. @returns the visit's id. */
export async function addReception(
  db: Db,
  data: Prisma.ReceptionUncheckedCreateInput,
): Promise<number> {
  const { id } = await db.reception.create({ data, select: { id: true } });
  return id;
}

/** Gives a visit the order that was typed with it, once a second person has approved that. */
export async function giveTypedOrder(db: Db, receptionId: number, orderId: number): Promise<void> {
  await db.reception.update({ where: { id: receptionId }, data: { orderId, orderTyped: true } });
}
