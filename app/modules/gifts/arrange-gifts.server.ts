import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { GiftMove } from "./forms.ts";

/**
 * Moves a gift in the order in which the catalogue shows them. At either end it stays where it is.
 *
 * @returns false where there is no such gift in the catalogue.
 */
export async function moveGift(giftId: number, move: GiftMove): Promise<boolean> {
  return inRetriedTransaction(async (tx) => {
    const order = await lockOrder(tx);
    const from = order.indexOf(giftId);
    if (from < 0) return false;
    const to = move === "first" ? 0 : Math.max(0, from + (move === "up" ? -1 : 1));
    order.splice(from, 1);
    order.splice(to, 0, giftId);
    await tx.$executeRaw`
      update gift set position = place.position
      from unnest(${order}::int[]) with ordinality as place (id, position)
      where gift.id = place.id and gift.position <> place.position`;
    return true;
  });
}

/** The gifts of the catalogue in their order, kept from being put into another one meanwhile. */
async function lockOrder(tx: Db): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number; position: number }[]>`
    select id, position from gift where archived_at is null order by id for no key update`;
  return rows.sort((a, b) => a.position - b.position || a.id - b.id).map(({ id }) => id);
}

/**
 * Takes a gift out of the catalogue, or puts it back. What was taken of it stays its owners'.
 *
 * @returns false where there is no such gift.
 */
export async function archiveGift(
  giftId: number,
  archived: boolean,
  actor: Actor,
): Promise<boolean> {
  return inRetriedTransaction((tx) => archiveGiftIn(tx, giftId, archived, actor));
}

/** The same in the caller's transaction. */
export async function archiveGiftIn(
  tx: Db,
  giftId: number,
  archived: boolean,
  actor: Actor,
): Promise<boolean> {
  const [gift] = await tx.$queryRaw<{ titleEn: string; archivedAt: Date | null }[]>`
    select title_en as "titleEn", archived_at as "archivedAt" from gift
    where id = ${giftId} for no key update`;
  if (!gift) return false;
  if ((gift.archivedAt !== null) === archived) return true;
  await tx.gift.update({
    where: { id: giftId },
    data: { archivedAt: archived ? new Date() : null, revision: { increment: 1 } },
  });
  await writeAudit(tx, {
    personId: actor.by,
    action: archived ? "gift.archived" : "gift.brought-back",
    subject: `gift:${giftId}`,
    detail: { gift: gift.titleEn },
    address: actor.address,
  });
  return true;
}
