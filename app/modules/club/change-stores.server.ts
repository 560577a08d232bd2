import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";

/**
 * Adds a store, by the name that the workshop's files write.
 *
 * @returns false where there is one of that name.
 */
export async function addStore(
  db: PrismaClient,
  { store, storeEn, by, address }: { store: string; storeEn: string | null } & Actor,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [added] = await tx.store.createManyAndReturn({
      data: [{ name: store, nameEn: storeEn }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!added) return false;
    const subject = `store:${added.id}`;
    await writeAudit(tx, { personId: by, action: "store.added", subject, address });
    return true;
  });
}

/**
 * Gives a store its English name, and closes or opens it: at a closed one no visit is recorded any more,
 * and what was done there stays. Its own name is the one by which files know it, and stays.
 *
 * @returns false where there is no such store.
 */
export async function changeStore(
  db: PrismaClient,
  { id, storeEn, open, by, address }: { id: number; storeEn: string | null; open: boolean } & Actor,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const store = await tx.store.findUnique({ where: { id } });
    if (!store) return false;
    const closedAt = open ? null : (store.closedAt ?? new Date());
    await tx.store.update({ where: { id }, data: { nameEn: storeEn, closedAt } });
    await writeAudit(tx, {
      personId: by,
      action: "store.changed",
      subject: `store:${id}`,
      detail: { open },
      address,
    });
    return true;
  });
}
