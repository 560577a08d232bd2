import { z } from "zod";
import type { Actor } from "#app/modules/access/actor.ts";
import {
  askSecondPerson,
  type Gift,
  noteGiven,
  tryAlone,
} from "#app/modules/adjustments/give-by-hand.server.ts";
import type { HandAct } from "#app/modules/adjustments/hand-act.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import {
  type Adopted,
  adoptOrders,
  earnAdopted,
} from "#app/modules/service/adopt-orders.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { carInWords } from "./car-in-words.ts";
import { timeHolding } from "./holding-times.ts";

/** An import that was under way when a holding began may leave orders behind; they are looked for then. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Whose a car becomes, and by what. */
export type NewHolding = {
  carId: number;
  memberId: number;
  lastEnd: Date | null;
  /** They have shown that it is theirs, or the desk says so: its orders become theirs. */
  proved: boolean;
  /** From when it has been theirs, where the desk knows. */
  since?: Date;
  /** What was done to it until now is history alone. */
  earnsNothing?: boolean;
};

/** `earnsFrom`: from when its orders earn, or would have where they are history alone. */
export type BegunHolding = Adopted & { holdingId: number; earnsFrom: Date };

/**
 * Makes a car somebody's from now on, with what was done to it while it was nobody's. Runs in the caller's
 * transaction, which has locked the car and knows that nobody holds it.
 */
export async function beginHolding(db: Db, asked: NewHolding): Promise<BegunHolding> {
  const book = await loadRuleBook(db);
  const { timeZone, currency } = await loadClub(db);
  const [{ now }] = await db.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`;
  const time = clubTime(timeZone);
  const { carId, memberId } = asked;
  const { earnsOrdersOfDays } = rulesAt(book, now).rules.joining;
  const times = timeHolding({ ...asked, now }, earnsOrdersOfDays, time);
  const earnsFrom = asked.earnsNothing ? now : times.earnsFrom;
  const { id } = await db.carHolding.create({
    data: { carId, memberId, ...times, earnsFrom },
    select: { id: true },
  });
  await enqueue(
    db,
    "adopt-orders",
    { holdingId: id },
    { jobKey: `adopt:${id}`, runAt: new Date(now.getTime() + LOOK_AGAIN_MS) },
  );
  const adoption = { carId, memberId, from: times.historyFrom, earnsFrom };
  const adopted = await adoptOrders(db, adoption, { book, time, currency, now });
  if (adopted.orders > 0) await learnFromOrders(db, carId, memberId);
  return { ...adopted, holdingId: id, earnsFrom: times.earnsFrom };
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

/** A holding that somebody at the desk began. `waits`: points of its orders that a second person has to approve. */
export type HoldingByHand = BegunHolding & { waits: number };

/**
 * Makes a car somebody's because somebody at the desk says so. Where the points of the orders that come with it
 * are more than one person may give alone, the orders come as history and their points wait for a second one.
 * The caller has taken turns by hand.
 */
export async function beginHoldingByHand(
  db: Db,
  asked: NewHolding,
  { by, address }: Actor,
): Promise<HoldingByHand> {
  const { memberId, carId } = asked;
  const { alone, done } = await tryAlone(db, by, async () => {
    const begun = await beginHolding(db, asked);
    return { ...begun, memberId, entryId: null };
  });
  const { orders, points, earnsFrom } = done;
  const begun = alone ? done : await beginHolding(db, { ...asked, earnsNothing: true });
  if (points === 0) return { ...begun, waits: 0 };
  const car = await db.car.findUniqueOrThrow({ where: { id: carId } });
  const gift: Gift = {
    kind: "car",
    by,
    address,
    memberId,
    points,
    about: `${carInWords(car)} · ${orders}`,
    details: { holdingId: begun.holdingId, earnsFrom: earnsFrom.toISOString() },
    requestKey: `car:${begun.holdingId}`,
  };
  if (alone) await noteGiven(db, gift, null);
  else await askSecondPerson(db, gift, true);
  return { ...begun, waits: alone ? 0 : points };
}

const Details = z.object({ holdingId: z.int(), earnsFrom: z.iso.datetime() });

/** The orders that came with a car earn, once a second person has approved it; unless it was parted with. */
export const carAct: HandAct = {
  name: "car",
  async carryOut(tx, given) {
    const { holdingId, earnsFrom } = Details.parse(given);
    const book = await loadRuleBook(tx);
    const { timeZone, currency } = await loadClub(tx);
    await tx.$queryRaw`
      select car.id from car join car_holding holding on holding.car_id = car.id
      where holding.id = ${holdingId} for update of car`;
    const holding = await tx.carHolding.findUnique({ where: { id: holdingId, endsAt: null } });
    if (!holding) return { ok: false, refusal: "overtaken" };
    const { carId, memberId } = holding;
    const from = new Date(earnsFrom);
    await tx.carHolding.update({ where: { id: holdingId }, data: { earnsFrom: from } });
    const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`;
    const context = { book, time: clubTime(timeZone), currency, now };
    const points = await earnAdopted(tx, { carId, memberId, from }, context);
    return points === 0 ? { ok: false, refusal: "overtaken" } : { ok: true, points, entryId: null };
  },
};
