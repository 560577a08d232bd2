import type { Actor } from "#app/modules/access/actor.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { shelfFor } from "#app/modules/stock/shelf.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { eachByItself } from "#app/platform/each-by-itself.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { storeOf, tryGift } from "./give-awards.server.ts";

/** As many as are tried in one run; the next one goes on. */
const AT_ONCE = 200;

/**
 * Gives gifts that wait: for a piece, or for their referrer to join. Whoever waits for longest is first.
 *
 * @returns how many were given.
 */
export async function giveWaitingGifts(): Promise<number> {
  const waiting = await db().$queryRaw<{ id: number }[]>`
    select award.id from campaign_award award join lead on lead.id = award.lead_id
    where award.waits is not null and award.taken_back_at is null and award.handed_out_at is null
      and (award.waits = 'stock' or exists (select from member where person_id = lead.referrer_id))
    order by award.id limit ${AT_ONCE}`;
  return eachByItself(waiting, "a gift of a campaign could not be given", (id) =>
    inRetriedTransaction(async (tx) => {
      const award = await lockWaiting(tx, id);
      if (!award) return false;
      const { referrerId, variantId, storeId } = award;
      const given = await tryGift(tx, { awardId: id, referrerId, variantId, storeId });
      await tx.campaignAward.update({ where: { id }, data: given, select: { id: true } });
      return given.redemptionId !== null;
    }),
  );
}

type WaitingAward = {
  referrerId: number;
  variantId: number;
  itemId: number;
  gift: string;
  /** The friend's. */
  storeId: number | null;
  now: Date;
};

/** Locks the lead, which whoever takes awards back has locked, and reads a gift that still waits. */
async function lockWaiting(tx: Db, awardId: number): Promise<WaitingAward | null> {
  await tx.$queryRaw`
    select id from lead where id = (select lead_id from campaign_award where id = ${awardId})
    for no key update`;
  const [row] = await tx.$queryRaw<(Omit<WaitingAward, "storeId"> & { leadId: number })[]>`
    select lead.referrer_id as "referrerId", award.variant_id as "variantId", variant.stock_item_id as "itemId",
      gift.title_en as gift, lead.id as "leadId", now() as now
    from campaign_award award join lead on lead.id = award.lead_id
    join gift_variant variant on variant.id = award.variant_id join gift on gift.id = variant.gift_id
    where award.id = ${awardId} and award.waits is not null and award.taken_back_at is null
      and award.handed_out_at is null and lead.referrer_id is not null`;
  return row ? { ...row, storeId: await storeOf(tx, row.leadId) } : null;
}

export type HandedOut =
  | { ok: true }
  /** It was handed out, given or taken back meanwhile. */
  | { ok: false; refusal: "not-waiting" }
  /** Whoever is in the club gets it as a redemption, as soon as there is a piece. */
  | { ok: false; refusal: "member" }
  /** Nobody hands out to themselves. */
  | { ok: false; refusal: "own" }
  | { ok: false; refusal: "out-of-stock" };

/**
 * Hands a gift out at the desk to a referrer who is not in the club: its piece leaves the shelf where most are free.
 * Done again it is out already, and nothing happens.
 */
export async function handOutGift(awardId: number, { by, address }: Actor): Promise<HandedOut> {
  return inRetriedTransaction<HandedOut>(async (tx) => {
    const award = await lockWaiting(tx, awardId);
    if (!award) {
      const done = { id: awardId, handedOutBy: by, takenBackAt: null };
      const isDone = (await tx.campaignAward.count({ where: done })) > 0;
      return isDone ? { ok: true } : { ok: false, refusal: "not-waiting" };
    }
    const { referrerId, itemId, storeId } = award;
    if (referrerId === by) return { ok: false, refusal: "own" };
    if ((await tx.member.count({ where: { personId: referrerId } })) > 0) {
      return { ok: false, refusal: "member" };
    }
    const shelf = shelfFor(await lockShelves(tx, [itemId]), 1, storeId);
    if (!shelf) return { ok: false, refusal: "out-of-stock" };
    const reason = `campaign award ${awardId}`;
    await moveStock(tx, [{ itemId, storeId: shelf.storeId, kind: "out", onHand: -1, reason, by }]);
    await tx.campaignAward.update({
      where: { id: awardId },
      data: { handedOutAt: award.now, handedOutBy: by, waits: null },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: "campaign.gift-handed-out",
      subject: `campaign-award:${awardId}`,
      detail: { gift: award.gift },
      address,
    });
    return { ok: true };
  });
}
