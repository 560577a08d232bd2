import { Prisma } from "#app/generated.server/prisma/client.ts";
import { balanceOf } from "#app/modules/ledger/account-sql.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { GiftPrice } from "./gift.ts";

/** What another price means for those who save for a gift. */
export type PriceMeaning = {
  before: GiftPrice;
  after: GiftPrice;
  /** How many save for it. */
  savers: number;
  /** Of these, how many have the points for it today: at the price before, and at the one after. */
  ableBefore: number;
  ableAfter: number;
};

/** Counts who saves for a gift, and who of them has its points now, at two prices. */
export async function priceMeaning(
  on: Db,
  giftId: number,
  before: GiftPrice,
  after: GiftPrice,
): Promise<PriceMeaning> {
  const [row] = await on.$queryRaw<{ savers: number; able_before: number; able_after: number }[]>`
    select count(*)::int as savers,
      count(*) filter (where balance.available >= ${before.points}::int)::int as able_before,
      count(*) filter (where balance.available >= ${after.points}::int)::int as able_after
    from gift_goal goal join member on member.id = goal.member_id
    cross join lateral ${balanceOf(Prisma.sql`member.account_id`, Prisma.sql`now()`)} as balance
    where goal.gift_id = ${giftId}`;
  const { savers = 0, able_before = 0, able_after = 0 } = row ?? {};
  return { before, after, savers, ableBefore: able_before, ableAfter: able_after };
}
