import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type GiftPrice, isVisible } from "#app/modules/gifts/gift.ts";
import { takenOf } from "#app/modules/gifts/gift-sql.server.ts";
import { endOf } from "#app/modules/gifts/last-of-it.ts";
import {
  type LetterProps,
  type NewLetter,
  writeLetters,
} from "#app/modules/letters/write-letter.server.ts";
import { ofGift, stockOf } from "#app/modules/stock/stock-sql.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { noticeDue, type SavedGift } from "./notice.ts";

type Gift = Omit<SavedGift, "waitedFor"> & {
  id: number;
  titleEn: string;
  titleZh: string;
  currency: string;
} & GiftPrice;

type Saver = {
  memberId: number;
  personId: number;
  name: string;
  email: string | null;
  locale: string | null;
  createdAt: Date;
  /** The price is the one that they were last told. */
} & GiftPrice;

type News = Omit<LetterProps["goal-news"], "name" | "giftId" | "titleEn" | "titleZh">;

/**
 * Tells members what becomes of the gifts they save for: back in stock, about to go, withdrawn, another price.
 * Each gift in a transaction of its own, so that what was told is written down with the letters. Run as often as
 * one likes.
 *
 * @param now for tests.
 * @returns how many letters were written.
 */
export async function tellSavers(now = new Date()): Promise<number> {
  const saved = await db().giftGoal.findMany({
    distinct: ["giftId"],
    orderBy: { giftId: "asc" },
    select: { giftId: true },
  });
  let written = 0;
  for (const { giftId } of saved) {
    written += await inRetriedTransaction((tx) => tellOfGift(tx, giftId, now));
  }
  return written;
}

async function tellOfGift(tx: Db, giftId: number, now: Date): Promise<number> {
  // Locked: nobody is told at the same time, or stops saving for it.
  const savers = await tx.$queryRaw<Saver[]>`
    select goal.member_id as "memberId", goal.points, goal.money_minor as "moneyMinor", goal.created_at as "createdAt",
      person.id as "personId", person.name, person.email, person.locale
    from gift_goal goal join member on member.id = goal.member_id
    join person on person.id = member.person_id
    where goal.gift_id = ${giftId} order by goal.member_id for update of goal`;
  const gift = await loadSavedGift(tx, giftId);
  if (!gift || savers.length === 0) return 0;
  const [standing, price] = [
    await tellOfStanding(tx, gift, savers, now),
    await tellOfPrice(tx, gift, savers, now),
  ];
  return standing + price;
}

async function tellOfStanding(
  tx: Db,
  gift: Gift,
  savers: readonly Saver[],
  now: Date,
): Promise<number> {
  const { backAt } = gift;
  // Who began to save for it while it was there has seen so.
  const waited = savers.filter(({ createdAt }) => backAt !== null && createdAt < backAt);
  const what = noticeDue({ ...gift, waitedFor: waited.length > 0 }, now);
  if (what === null) return 0;
  const told = what === "back" ? waited : savers;
  const { timeZone } = await loadClub(tx);
  const end = endOf(gift);
  const written = await tell(tx, gift, told, now, {
    what,
    free: what === "withdrawn" ? null : gift.free,
    waiting: savers.length,
    through:
      what === "going" && end !== null
        ? clubTime(timeZone).dayOf(new Date(end.getTime() - 1))
        : null,
    points: null,
    pointsBefore: null,
  });
  if (what === "withdrawn") await tx.giftGoal.deleteMany({ where: { giftId: gift.id } });
  return written;
}

async function tellOfPrice(
  tx: Db,
  gift: Gift,
  savers: readonly Saver[],
  now: Date,
): Promise<number> {
  if (!isVisible(gift, now)) return 0;
  const { id: giftId, points, moneyMinor, currency } = gift;
  const others = savers.filter((saver) => priceKey(saver) !== priceKey(gift));
  let written = 0;
  for (const before of new Set(others.map(priceKey))) {
    const told = others.filter((saver) => priceKey(saver) === before);
    written += await tell(tx, gift, told, now, {
      what: "price",
      free: null,
      waiting: null,
      through: null,
      points,
      pointsBefore: told[0]?.points ?? null,
      money: { now: moneyMinor, before: told[0]?.moneyMinor ?? 0, currency },
    });
  }
  if (others.length > 0) {
    await tx.giftGoal.updateMany({ where: { giftId }, data: { points, moneyMinor } });
  }
  return written;
}

const priceKey = ({ points, moneyMinor }: GiftPrice) => `${points}+${moneyMinor}`;

async function tell(
  tx: Db,
  { id: giftId, titleEn, titleZh }: Gift,
  savers: readonly Saver[],
  now: Date,
  news: News,
): Promise<number> {
  const notice = await tx.giftNotice.create({
    data: { giftId, kind: news.what, createdAt: now },
    select: { id: true },
  });
  const letters = savers.flatMap(({ memberId, personId, name, email, locale }): NewLetter[] =>
    email === null
      ? []
      : [
          {
            personId,
            to: email,
            template: "goal-news",
            locale,
            props: { name, giftId, titleEn, titleZh, ...news },
            dedupKey: `goal:${notice.id}:${memberId}`,
          },
        ],
  );
  return (await writeLetters(tx, letters)).length;
}

/**
 * A gift as its savers are told of it. It is back at the last moment at which there were pieces after there had
 * been none, or at which it could be had by its dates, whichever came later. What moves in one transaction is one
 * moment: a transfer of the last piece is no restock.
 */
async function loadSavedGift(tx: Db, giftId: number): Promise<Gift | null> {
  const told = (kind: string) => Prisma.sql`
    (select max(created_at) from gift_notice where gift_id = gift.id and kind = ${kind})`;
  const [gift] = await tx.$queryRaw<Gift[]>`
    select gift.id, gift.title_en as "titleEn", gift.title_zh as "titleZh", gift.points,
      gift.money_minor as "moneyMinor", gift.currency,
      gift.low_at as "lowAt", gift.visible_from as "visibleFrom", gift.visible_until as "visibleUntil",
      gift.available_from as "availableFrom", gift.available_until as "availableUntil",
      gift.archived_at as "archivedAt",
      least(stock.free, gift.limit_total - ${takenOf(Prisma.sql`gift.limit_total`, Prisma.sql`true`)})
        as free,
      greatest(restock.at, gift.available_from, gift.visible_from) as "backAt",
      ${told("back")} as "toldBackAt", ${told("going")} as "toldGoingAt"
    from gift cross join lateral ${stockOf(ofGift)} stock
    cross join lateral (
      select max(created_at) as at from (
        select created_at, change, sum(change) over (order by created_at) as free_after from (
          select level.created_at, sum(level.on_hand - level.reserved) as change
          from stock_movement level where ${ofGift} group by level.created_at) moved
      ) running where free_after > 0 and free_after - change <= 0) restock
    where gift.id = ${giftId}`;
  return gift ?? null;
}
