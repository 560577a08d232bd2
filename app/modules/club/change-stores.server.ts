import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { forgetClub } from "./load-club.server.ts";
import { knowsStore } from "./named-stores.server.ts";

/**
 * Adds a store, by the name that the workshop's files write.
 *
 * @returns false where there is one of that name, in any spelling.
 */
export async function addStore(
  db: PrismaClient,
  { store, storeEn, by, address }: { store: string; storeEn: string | null } & Actor,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await takeTurns(tx, "stores");
    if (await knowsStore(tx, store)) return false;
    const added = await tx.store.create({
      data: { name: store, nameEn: storeEn },
      select: { id: true },
    });
    const subject = `store:${added.id}`;
    await writeAudit(tx, { personId: by, action: "store.added", subject, address });
    return true;
  });
}

export type StoreChange = {
  id: number;
  storeEn: string | null;
  open: boolean;
  /** Its own days and hours; none for the club's. */
  workingDays: number[];
  opensAt: number | null;
  closesAt: number | null;
};

/**
 * Gives a store its English name, days and hours, and closes or opens it: at a closed one no visit is recorded any more,
 * and what was done there stays. Its own name is the one by which files know it, and stays.
 *
 * @returns false where there is no such store.
 */
export async function changeStore(
  db: PrismaClient,
  { id, storeEn, open, workingDays, opensAt, closesAt, by, address }: StoreChange & Actor,
): Promise<boolean> {
  const isChanged = await db.$transaction(async (tx) => {
    const store = await tx.store.findUnique({ where: { id } });
    if (!store) return false;
    const closedAt = open ? null : (store.closedAt ?? new Date());
    await tx.store.update({
      where: { id },
      data: { nameEn: storeEn, closedAt, workingDays, opensAt, closesAt },
    });
    await writeAudit(tx, {
      personId: by,
      action: "store.changed",
      subject: `store:${id}`,
      detail: { open },
      address,
    });
    return true;
  });
  forgetClub();
  return isChanged;
}
