import type { Db } from "#app/platform/db.server.ts";
import { MISSED_LATELY, ofGift, stockOf } from "./stock-sql.server.ts";

/** A gift that was asked for and not there, or that many save for and few could get. */
export type MissedGift = {
  giftId: number;
  titleEn: string;
  titleZh: string;
  /** Members who asked for it in the time, each once a day, and how many there were of them. */
  asked: number;
  members: number;
  savers: number;
  free: number;
};

const MOST = 50;

/** What was asked for and not there in the last days, what is missed most first; with those who save for it. */
export async function loadMissed(on: Db): Promise<MissedGift[]> {
  return on.$queryRaw<MissedGift[]>`
    select gift.id as "giftId", gift.title_en as "titleEn", gift.title_zh as "titleZh",
      coalesce(missed.asked, 0) as asked, coalesce(missed.members, 0) as members, goal.savers, stock.free
    from gift
    left join (
      select gift_id, count(*)::int as asked, count(distinct member_id)::int as members
      from gift_missed where ${MISSED_LATELY} group by gift_id
    ) missed on missed.gift_id = gift.id
    cross join lateral (select count(*)::int as savers from gift_goal where gift_id = gift.id) goal
    cross join lateral ${stockOf(ofGift)} stock
    where gift.archived_at is null and (missed.asked > 0 or goal.savers > stock.free)
    order by missed.asked desc nulls last, goal.savers desc, gift.position, gift.id
    limit ${MOST}`;
}
