import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { LOW_GIFTS } from "./low-stock-sql.server.ts";

type LowGift = { giftId: number; titleEn: string; titleZh: string; free: number; lowAt: number };

/**
 * Writes one letter about all gifts that have run low since the last time: to whoever has the gifts' role, to
 * admins where nobody has. A gift is told of once in each fall: again only after there were enough of it.
 *
 * @returns how many gifts it told of.
 */
export async function warnOfLowStock(): Promise<number> {
  return inRetriedTransaction(async (tx) => {
    await tx.$executeRaw`
      delete from low_stock_warning where gift_id not in (select gift_id from (${LOW_GIFTS}) low)`;
    const gifts = await tx.$queryRaw<LowGift[]>`
      with told as (
        insert into low_stock_warning (gift_id) select gift_id from (${LOW_GIFTS}) low
        on conflict (gift_id) do nothing returning gift_id
      )
      select low.gift_id as "giftId", low.title_en as "titleEn", low.title_zh as "titleZh", low.free,
        low.low_at as "lowAt"
      from told join (${LOW_GIFTS}) low using (gift_id) order by low.gift_id`;
    if (gifts.length === 0) return 0;
    const keepers = await keepersOfGifts(tx);
    await writeLetters(
      tx,
      keepers.map(({ id, name, email, locale }) => ({
        personId: id,
        to: email as string,
        template: "low-stock",
        locale,
        props: { name, gifts: gifts.map(({ giftId, ...gift }) => gift) },
      })),
    );
    return gifts.length;
  });
}

async function keepersOfGifts(tx: Db) {
  const readers = await tx.person.findMany({
    where: {
      closedAt: null,
      email: { not: null },
      roles: { some: { role: { in: [...PERMISSIONS["gifts.keep"]] } } },
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true, roles: { select: { role: true } } },
  });
  const keepers = readers.filter(({ roles }) => roles.some(({ role }) => role === "gifts"));
  return keepers.length > 0 ? keepers : readers;
}
