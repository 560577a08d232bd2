import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { adoptOrders } from "#app/modules/service/adopt-orders.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { readsOrders } from "./register-car.server.ts";

/**
 * Gives a holding the orders that an import was just bringing in when it began: neither saw the other.
 * Does nothing for a holding that has all of its own. To whoever may have brought that file in themselves they come
 * as history alone.
 */
export async function adoptLateOrders(holdingId: number): Promise<void> {
  const [book, { timeZone, currency }] = await Promise.all([loadRuleBook(), loadClub()]);
  await inRetriedTransaction(async (db) => {
    const holding = await db.carHolding.findUnique({
      where: { id: holdingId },
      include: { member: { select: { personId: true } } },
    });
    if (!holding) return;
    const { carId, memberId, startsAt, historyFrom, earnsFrom, endsAt } = holding;
    const [row] = await db.$queryRaw<{ now: Date }[]>`
      select clock_timestamp() as now from car where id = ${carId} for update`;
    if (!row) return;
    const from = historyFrom ?? startsAt;
    const isStaffs = await readsOrders(db, holding.member.personId);
    const late = isStaffs ? row.now : (earnsFrom ?? from);
    const adoption = { carId, memberId, from, until: endsAt, earnsFrom: late };
    await adoptOrders(db, adoption, { book, time: clubTime(timeZone), currency, now: row.now });
  });
}
