import { Prisma } from "#app/generated.server/prisma/client.ts";
import { isShown } from "#app/modules/gifts/gift-sql.server.ts";
import { ofGift, stockOf } from "#app/modules/stock/stock-sql.server.ts";

/**
 * What a member saves for and can see, as one jsonb: a list of `SavedFor`.
 *
 * @param memberId the member's, as the query names it; `now` its clock.
 */
export const goalsOf = (memberId: Prisma.Sql, now: Prisma.Sql) => Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_object('giftId', gift.id, 'titleEn', gift.title_en,
      'titleZh', gift.title_zh, 'points', gift.points, 'tier', gift.tier, 'free', stock.free,
      'isOpen', (gift.available_from is null or gift.available_from <= ${now})
        and (gift.available_until is null or ${now} < gift.available_until)) order by gift.id), '[]')
    from gift_goal goal join gift on gift.id = goal.gift_id
    cross join lateral ${stockOf(ofGift)} stock
    where goal.member_id = ${memberId} and ${isShown(now)})`;
