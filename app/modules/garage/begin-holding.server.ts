import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { type Adopted, adoptOrders } from "#app/modules/service/adopt-orders.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { timeHolding } from "./holding-times.ts";

/** An import that was under way when a holding began may leave orders behind; they are looked for then. */
const LOOK_AGAIN_MS = 10 * 60_000;

/**
 * Makes a car somebody's from now on, with what was done to it while it was nobody's. Runs in the caller's
 * transaction, which has locked the car and knows that nobody holds it.
 *
 * @param proved they have shown that it is theirs, or the desk says so: its orders become theirs.
 * @param since from when it has been theirs, where the desk knows.
 */
export async function beginHolding(
  db: Db,
  asked: {
    carId: number;
    memberId: number;
    lastEnd: Date | null;
    proved: boolean;
    since?: Date;
  },
): Promise<Adopted> {
  const book = await loadRuleBook(db);
  const { timeZone, currency } = await loadClub(db);
  const [{ now }] = await db.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`;
  const time = clubTime(timeZone);
  const { carId, memberId } = asked;
  const { earnsOrdersOfDays } = rulesAt(book, now).rules.joining;
  const times = timeHolding({ ...asked, now }, earnsOrdersOfDays, time);
  const { id } = await db.carHolding.create({
    data: { carId, memberId, ...times },
    select: { id: true },
  });
  await enqueue(
    db,
    "adopt-orders",
    { holdingId: id },
    { jobKey: `adopt:${id}`, runAt: new Date(now.getTime() + LOOK_AGAIN_MS) },
  );
  const adoption = { carId, memberId, from: times.historyFrom, earnsFrom: times.earnsFrom };
  const adopted = await adoptOrders(db, adoption, { book, time, currency, now });
  if (adopted.orders > 0) await learnFromOrders(db, carId, memberId);
  return adopted;
}

/** What a car's own orders say of it, where nobody has. */
async function learnFromOrders(db: Db, carId: number, memberId: number): Promise<void> {
  await db.$executeRaw`
    update car set model = o.model from (
      select model from service_order
      where car_id = ${carId} and member_id = ${memberId} and model is not null
      order by settled_at desc, id desc limit 1) o
    where car.id = ${carId} and car.model is null`;
}
