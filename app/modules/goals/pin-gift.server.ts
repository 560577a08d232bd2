import { Prisma } from "#app/generated.server/prisma/client.ts";
import { isShown } from "#app/modules/gifts/gift-sql.server.ts";
import { db } from "#app/platform/db.server.ts";

/** The most gifts that somebody saves for at once: more is no goal. */
export const MOST_GOALS = 12;

export type PinAnswer = { ok: true } | { ok: false; refusal: "no-such-gift" | "too-many-goals" };

/**
 * A member saves for a gift from now on: they see how far it is, and are told what becomes of it. Pinned twice it
 * is pinned once.
 */
export async function pinGift(memberId: number, giftId: number): Promise<PinAnswer> {
  const [row] = await db().$queryRaw<{ shown: boolean; others: number }[]>`
    with gift as (
      select id, points, money_minor from gift where id = ${giftId} and ${isShown(Prisma.sql`now()`)}
    ), others as (
      select count(*)::int as count from gift_goal where member_id = ${memberId} and gift_id <> ${giftId}
    ), pinned as (
      insert into gift_goal (member_id, gift_id, points, money_minor)
      select ${memberId}, gift.id, gift.points, gift.money_minor from gift, others where others.count < ${MOST_GOALS}
      on conflict do nothing
    )
    select exists (select from gift) as shown, (select count from others) as others`;
  if (!row?.shown) return { ok: false, refusal: "no-such-gift" };
  if (row.others >= MOST_GOALS) return { ok: false, refusal: "too-many-goals" };
  return { ok: true };
}

/** A member saves for a gift no longer. */
export async function unpinGift(memberId: number, giftId: number): Promise<void> {
  await db().giftGoal.deleteMany({ where: { memberId, giftId } });
}
