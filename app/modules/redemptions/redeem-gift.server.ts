import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import {
  loadOfferedVariants,
  type OfferedVariant,
} from "#app/modules/gifts/offered-gifts.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lockShelves } from "#app/modules/stock/move-stock.server.ts";
import { mostAtOnce, shelfFor } from "#app/modules/stock/shelf.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { decideRedemption, type RedemptionRefusal } from "./decide-redemption.ts";
import type { DeliveryAddress } from "./delivery.ts";
import { keepRedemption, type PlannedRedemption } from "./keep-redemption.server.ts";
import { noteMissed } from "./note-missed.server.ts";
import { countsAsTaken, redemptionStates } from "./redemption.ts";

export type WantedGift = {
  variantId: number;
  quantity: number;
  /** A piece's price as it stood on the page. */
  seenPrice: GiftPrice;
};

export type RedemptionRequest = {
  memberId: number;
  /** One, or several that are taken together or not at all. */
  wanted: readonly WantedGift[];
  /** The store where what is collected will be; needed for such a gift. */
  collectStoreId: number | null;
  /** Somebody else who may collect it. */
  collectorName: string | null;
  /** Needed for what is shipped. */
  address: DeliveryAddress | null;
  /** The form's or the API's: sent twice it is taken once. Unique among a member's. */
  requestKey: string;
  /** The person who asks: the member's own, or who acts for them. */
  by: number;
};

export type GiftRefusal =
  | RedemptionRefusal
  | { refusal: "no-such-store" }
  | { refusal: "address-needed" };

export type RedemptionAnswer =
  | { ok: true; redemptionIds: number[] }
  /** Nothing was taken. `variantId`: which of the wanted stood in the way. */
  | ({ ok: false; variantId: number } & GiftRefusal);

/**
 * Takes gifts for a member: the points are spent, the pieces promised, vouchers issued and the letters written in
 * one transaction.
 */
export async function redeemGift(request: RedemptionRequest): Promise<RedemptionAnswer> {
  const taken = await findTaken(db(), request);
  if (taken) return taken;
  const answer = await inRetriedTransaction<RedemptionAnswer>(async (tx, rollBack) => {
    const within = await redeemWithin(tx, request);
    return within.ok ? within : rollBack(within);
  });
  if (!answer.ok && answer.refusal === "out-of-stock") {
    await noteMissed(db(), request.memberId, answer.variantId);
  }
  return answer;
}

/**
 * The same in the caller's transaction, of which nothing must stay when it is refused.
 *
 * Everybody locks in one order: the member, gifts that are limited in all, shelves, the member's account. All that
 * is wanted is judged before anything is written, and what shares a stock or a limit is counted together.
 */
export async function redeemWithin(tx: Db, request: RedemptionRequest): Promise<RedemptionAnswer> {
  const member = await lockMember(tx, request.memberId);
  // The other of two that came at once has it by now.
  const taken = await findTaken(tx, request);
  if (taken) return taken;

  const planned = await planRedemptions(tx, request, member);
  if (!planned.ok) return planned;
  const redemptionIds: number[] = [];
  for (const plan of planned.plans) {
    const kept = await keepRedemption(tx, plan);
    if (!kept.ok) {
      const { variantId } = plan.variant;
      return { ok: false, variantId, refusal: "too-few-points", missing: kept.missing };
    }
    redemptionIds.push(kept.id);
  }
  return { ok: true, redemptionIds };
}

type LockedMember = { id: number; accountId: bigint; now: Date };

/** Locks a member who takes something: before all else. */
export async function lockMember(tx: Db, memberId: number): Promise<LockedMember> {
  const [member] = await tx.$queryRaw<LockedMember[]>`
    select id, account_id as "accountId", now() as now from member
    where id = ${memberId} for no key update`;
  if (!member) throw new Error(`There is no member ${memberId}.`);
  return member;
}

type Plans =
  | { ok: true; plans: PlannedRedemption[] }
  | ({ ok: false; variantId: number } & GiftRefusal);

async function planRedemptions(
  tx: Db,
  request: RedemptionRequest,
  member: LockedMember,
): Promise<Plans> {
  const { wanted } = request;
  const variants = await loadOfferedVariants(
    tx,
    wanted.map(({ variantId }) => variantId),
  );
  const counted = await countTaken(tx, member.id, variants);
  const memberTier = variants.some(({ tier }) => tier === "gold")
    ? await tierOf(tx, member.id)
    : "silver";
  const shelves = await lockShelves(tx, [...new Set(variants.map((each) => each.stockItemId))]);
  const { timeZone } = await loadClub(tx);
  const time = clubTime(timeZone);
  const today = time.dayOf(member.now);
  const { rules } = rulesAt(await loadRuleBook(tx), member.now);
  const isOpenStore = await openStore(tx, request.collectStoreId);

  const plans: PlannedRedemption[] = [];
  for (const [place, { variantId, quantity, seenPrice }] of wanted.entries()) {
    const variant = variants.find((each) => each.variantId === variantId);
    if (!variant) return { ok: false, variantId, refusal: "no-such-gift" };
    const own = shelves.filter(({ itemId }) => itemId === variant.stockItemId);
    const { points, moneyMinor, giftId, fulfilment } = variant;
    const decision = decideRedemption(
      { ...variant, price: { points, moneyMinor } },
      {
        now: member.now,
        quantity,
        memberTier,
        takenByMember: counted.byMember.get(giftId) ?? 0,
        takenByAll: counted.byAll.get(giftId) ?? 0,
        free: mostAtOnce(own),
        seenPrice,
        // The ledger says whether they are enough.
        available: null,
      },
    );
    if (!decision.ok) return { ...decision, variantId };
    const collected = fulfilment === "collect";
    if (collected && !isOpenStore) return { ok: false, variantId, refusal: "no-such-store" };
    const address = fulfilment === "ship" ? request.address : null;
    if (fulfilment === "ship" && !address) {
      return { ok: false, variantId, refusal: "address-needed" };
    }
    const collectStoreId = collected ? request.collectStoreId : null;
    const shelf = shelfFor(own, quantity, collectStoreId);
    if (!shelf) return { ok: false, variantId, refusal: "out-of-stock", free: mostAtOnce(own) };
    plans.push({
      variant,
      quantity,
      price: decision.price,
      stockStoreId: shelf.storeId,
      collectStoreId,
      collectorName: collected ? request.collectorName : null,
      address,
      requestKey: keyOf(request, place),
      member,
      by: request.by,
      today,
      time,
      rules,
    });
    // What the next of the wanted find.
    shelf.reserved += quantity;
    for (const counts of [counted.byMember, counted.byAll]) {
      counts.set(giftId, (counts.get(giftId) ?? 0) + quantity);
    }
  }
  return { ok: true, plans };
}

type Taken = { byMember: Map<number, number>; byAll: Map<number, number> };

const TAKEN = redemptionStates.filter(countsAsTaken);

/** Pieces of gifts that were taken and not given back, by gift. The member is locked; limits in all are here. */
async function countTaken(
  tx: Db,
  memberId: number,
  variants: readonly OfferedVariant[],
): Promise<Taken> {
  const limited = variants.filter(({ limitPerMember }) => limitPerMember !== null);
  const inAll = variants.filter(({ limitTotal }) => limitTotal !== null);
  const ids = (some: readonly OfferedVariant[]) =>
    [...new Set(some.map(({ giftId }) => giftId))].sort((a, b) => a - b);
  for (const giftId of ids(inAll)) await takeTurns(tx, "gift", giftId);
  const count = async (where: Prisma.RedemptionWhereInput) => {
    const rows = await tx.redemption.groupBy({
      by: ["giftId"],
      where: { ...where, state: { in: TAKEN } },
      _sum: { quantity: true },
    });
    return new Map(rows.map((row) => [row.giftId, row._sum.quantity ?? 0]));
  };
  return {
    byMember:
      limited.length > 0 ? await count({ memberId, giftId: { in: ids(limited) } }) : new Map(),
    byAll: inAll.length > 0 ? await count({ giftId: { in: ids(inAll) } }) : new Map(),
  };
}

async function tierOf(tx: Db, memberId: number): Promise<"silver" | "gold"> {
  const statuses = await loadTierStatuses(tx, [memberId]);
  return statuses.get(memberId)?.standing.tier ?? "silver";
}

/** Whether somebody can collect there: it is a store of the club, and open. */
async function openStore(tx: Db, storeId: number | null): Promise<boolean> {
  if (storeId === null) return false;
  const where = { id: storeId, closedAt: null, askedSince: null };
  return (await tx.store.count({ where })) > 0;
}

/** What the same request was answered before. */
export async function findTaken(
  on: Db,
  request: RedemptionRequest,
): Promise<RedemptionAnswer | null> {
  const taken = await on.redemption.findMany({
    where: { requestKey: { in: request.wanted.map((_, place) => keyOf(request, place)) } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return taken.length === 0 ? null : { ok: true, redemptionIds: taken.map(({ id }) => id) };
}

/** Under somebody else's key one finds nothing. */
const keyOf = ({ memberId, requestKey }: RedemptionRequest, place: number) =>
  `${memberId}:${requestKey}:${place}`;
