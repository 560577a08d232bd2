import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { GiftPrice } from "#app/modules/gifts/gift.ts";
import {
  loadOfferedVariants,
  type OfferedVariant,
} from "#app/modules/gifts/offered-gifts.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { lockShelves, moveStock } from "#app/modules/stock/move-stock.server.ts";
import { freeOn, type Shelf, shelfFor } from "#app/modules/stock/shelf.ts";
import { issueVoucher } from "#app/modules/vouchers/issue-voucher.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { newCode } from "#app/platform/unguessable-code.ts";
import { decideRedemption, type RedemptionRefusal } from "./decide-redemption.ts";
import type { DeliveryAddress } from "./delivery.ts";
import { noteMissed } from "./note-missed.server.ts";
import { writeRedemptionLetter } from "./redemption-letter.server.ts";

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
 * Takes gifts for a member: the points are spent, the pieces promised, vouchers issued and the letter written in
 * one transaction.
 *
 * Everybody locks in one order: the member, gifts that are limited in all, shelves, the member's account.
 * Two of the wanted that share a stock or a limit are counted together.
 */
export async function redeemGift(request: RedemptionRequest): Promise<RedemptionAnswer> {
  const taken = await findTaken(db(), request);
  if (taken) return taken;
  const answer = await inRetriedTransaction<RedemptionAnswer>((tx, rollBack) =>
    redeem(tx, request, rollBack),
  );
  if (!answer.ok && answer.refusal === "out-of-stock") {
    await noteMissed(db(), request.memberId, answer.variantId);
  }
  return answer;
}

async function redeem(
  tx: Db,
  request: RedemptionRequest,
  rollBack: (answer: RedemptionAnswer) => never,
): Promise<RedemptionAnswer> {
  const [member] = await tx.$queryRaw<{ accountId: bigint; now: Date }[]>`
    select account_id as "accountId", now() as now from member
    where id = ${request.memberId} for no key update`;
  if (!member) throw new Error(`There is no member ${request.memberId}.`);
  // The other of two that came at once has it by now.
  const taken = await findTaken(tx, request);
  if (taken) return taken;

  const variants = await loadOfferedVariants(
    tx,
    request.wanted.map(({ variantId }) => variantId),
  );
  const counted = await countTaken(tx, request.memberId, variants);
  const memberTier = variants.some(({ tier }) => tier === "gold")
    ? await tierOf(tx, request.memberId)
    : "silver";
  const shelves = await lockShelves(tx, [...new Set(variants.map((each) => each.stockItemId))]);
  const { timeZone } = await loadClub(tx);
  const today = clubTime(timeZone).dayOf(member.now);
  const stores = await openStores(tx, variants, request);

  const redemptionIds: number[] = [];
  for (const [place, wanted] of request.wanted.entries()) {
    const variant = variants.find((each) => each.variantId === wanted.variantId);
    const refuse = (why: GiftRefusal) =>
      rollBack({ ok: false, variantId: wanted.variantId, ...why });
    if (!variant) return refuse({ refusal: "no-such-gift" });
    const own = shelves.filter(({ itemId }) => itemId === variant.stockItemId);
    const decision = decideRedemption(
      { ...variant, price: priceOf(variant) },
      {
        now: member.now,
        quantity: wanted.quantity,
        memberTier,
        takenByMember: counted.byMember.get(variant.giftId) ?? 0,
        takenByAll: counted.byAll.get(variant.giftId) ?? 0,
        free: Math.max(0, ...own.map(freeOn)),
        seenPrice: wanted.seenPrice,
        available: null,
      },
    );
    if (!decision.ok) return refuse(decision);
    const collectStoreId = variant.fulfilment === "collect" ? request.collectStoreId : null;
    if (variant.fulfilment === "collect" && !stores.has(collectStoreId)) {
      return refuse({ refusal: "no-such-store" });
    }
    if (variant.fulfilment === "ship" && !request.address) {
      return refuse({ refusal: "address-needed" });
    }
    const shelf = shelfFor(own, wanted.quantity, collectStoreId);
    if (!shelf) return refuse({ refusal: "out-of-stock", free: 0 });

    const id = await nextId(tx);
    const { points } = decision.price;
    const entryId =
      points === 0
        ? null
        : await spend(tx, request, { place, id, points, variant, wanted, member }, refuse);
    const issued = variant.fulfilment === "voucher";
    await tx.redemption.create({
      data: {
        id,
        code: newCode(),
        memberId: request.memberId,
        giftId: variant.giftId,
        variantId: variant.variantId,
        quantity: wanted.quantity,
        ...decision.price,
        currency: variant.currency,
        titleEn: variant.titleEn,
        titleZh: variant.titleZh,
        termsVersion: variant.termsVersion,
        fulfilment: variant.fulfilment,
        state: issued ? "issued" : "requested",
        collectStoreId,
        stockItemId: variant.stockItemId,
        stockStoreId: shelf.storeId,
        collectorName: variant.fulfilment === "collect" ? request.collectorName : null,
        address:
          variant.fulfilment === "ship" ? (request.address as Prisma.InputJsonObject) : undefined,
        entryId,
        requestKey: keyOf(request, place),
        createdBy: request.by,
        steps: {
          create: [
            { step: "requested", createdBy: request.by },
            ...(issued ? [{ step: "issued", createdBy: request.by }] : []),
          ],
        },
      },
    });
    await moveStock(tx, [
      {
        itemId: variant.stockItemId,
        storeId: shelf.storeId,
        ...(issued
          ? { kind: "hand-over", onHand: -wanted.quantity }
          : { kind: "reserve", reserved: wanted.quantity }),
        redemptionId: id,
        by: request.by,
      },
    ]);
    if (issued) {
      const uses = wanted.quantity * variant.voucherUses;
      await issueVoucher(tx, { redemptionId: id, uses, days: variant.voucherDays, today });
    }
    take(counted, variant.giftId, shelf, wanted.quantity, issued);
    await writeRedemptionLetter(tx, id, issued ? "issued" : "requested");
    redemptionIds.push(id);
  }
  return { ok: true, redemptionIds };
}

const priceOf = ({ points, moneyMinor }: OfferedVariant): GiftPrice => ({ points, moneyMinor });

/** What the next of the wanted find taken by the ones before it. */
function take(
  { byMember, byAll }: Taken,
  giftId: number,
  shelf: Shelf,
  pieces: number,
  handedOver: boolean,
): void {
  byMember.set(giftId, (byMember.get(giftId) ?? 0) + pieces);
  byAll.set(giftId, (byAll.get(giftId) ?? 0) + pieces);
  if (handedOver) shelf.onHand -= pieces;
  else shelf.reserved += pieces;
}

async function spend(
  tx: Db,
  request: RedemptionRequest,
  what: {
    place: number;
    id: number;
    points: number;
    variant: OfferedVariant;
    wanted: WantedGift;
    member: { accountId: bigint };
  },
  refuse: (why: GiftRefusal) => never,
): Promise<number> {
  const { variant, wanted } = what;
  const answer = await spendPoints(tx, {
    scope: "gift",
    key: keyOf(request, what.place),
    accountId: toPoints(what.member.accountId),
    points: what.points,
    meta: {
      for: "gift",
      redemptionId: what.id,
      giftId: variant.giftId,
      title: variant.titleEn,
      titleZh: variant.titleZh,
      ...(wanted.quantity > 1 && { quantity: wanted.quantity }),
    },
  });
  if (answer.ok) return answer.entryId;
  return refuse({ refusal: "too-few-points", missing: what.points - answer.available });
}

type Taken = { byMember: Map<number, number>; byAll: Map<number, number> };

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
      where: { ...where, state: { notIn: ["cancelled", "lapsed", "returned"] } },
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

/** The store where they want to collect, if it is one that is open. */
async function openStores(
  tx: Db,
  variants: readonly OfferedVariant[],
  { collectStoreId }: RedemptionRequest,
): Promise<ReadonlySet<number | null>> {
  if (collectStoreId === null) return new Set();
  if (!variants.some(({ fulfilment }) => fulfilment === "collect")) return new Set();
  const stores = await tx.store.findMany({
    where: { id: collectStoreId, closedAt: null, askedSince: null },
    select: { id: true },
  });
  return new Set(stores.map(({ id }) => id));
}

async function nextId(tx: Db): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('redemption_id_seq') as id`;
  return Number(row?.id);
}

/** What the same request was answered before. */
async function findTaken(on: Db, request: RedemptionRequest): Promise<RedemptionAnswer | null> {
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
