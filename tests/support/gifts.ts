import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import {
  type RedemptionAnswer,
  type RedemptionRequest,
  redeemGift,
} from "#app/modules/redemptions/redeem-gift.server.ts";
import { receiveStock } from "#app/modules/stock/receive-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { earn } from "./ledger-fixtures.ts";
import { aMember, aPerson, type TestMember } from "./people.ts";

export type TestGift = {
  giftId: number;
  variantId: number;
  itemId: number;
  points: number;
  moneyMinor: number;
};

let gifts = 0;

/** A gift of one variant that is collected, for 500 points, of which there are some in the store room. */
export async function aGift(
  changes: Partial<Prisma.GiftUncheckedCreateInput> & { pieces?: number } = {},
): Promise<TestGift> {
  gifts += 1;
  const { pieces = 10, ...gift } = changes;
  const sku = `GIFT-${process.pid}-${gifts}`;
  const item = await db().stockItem.create({ data: {} });
  const { id, points, moneyMinor, variants } = await db().gift.create({
    data: {
      sku,
      kind: "keepsake",
      titleEn: `Key ring ${gifts}`,
      titleZh: `钥匙扣 ${gifts}`,
      points: 500,
      currency: "CNY",
      fulfilment: "collect",
      ...gift,
      variants: { create: { sku, stockItemId: item.id } },
    },
    include: { variants: true },
  });
  if (pieces > 0) await putOnShelf(item.id, pieces);
  const variantId = variants[0]?.id as number;
  return { giftId: id, variantId, itemId: item.id, points, moneyMinor };
}

const KEEPER = "Keeper";

/** Somebody who may move stock: the same one in all of a file's database. */
export async function aKeeper() {
  const known = await db().person.findFirst({ where: { name: KEEPER }, select: { id: true } });
  const { id } = known ?? (await aPerson({ name: KEEPER, roles: ["gifts"] }));
  return { by: id, address: "10.0.0.9" };
}

/** Puts pieces on a shelf; in the store room unless a store is said. */
export async function putOnShelf(
  itemId: number,
  pieces: number,
  storeId: number | null = null,
): Promise<void> {
  const delivery = { itemId, storeId, pieces, requestKey: randomUUID() };
  await receiveStock(delivery, await aKeeper());
}

let stores = 0;

export async function aStore(): Promise<number> {
  stores += 1;
  const { id } = await db().store.create({ data: { name: `门店 ${process.pid}-${stores}` } });
  return id;
}

/** A member with points that can be spent. */
export async function aSaver(points = 1_000): Promise<TestMember> {
  const member = await aMember();
  if (points > 0) await earn(member.accountId, { points });
  return member;
}

/** Takes one piece of a gift as its page offers it; the test changes what it is about. */
export async function take(
  member: TestMember,
  gift: TestGift,
  changes: Partial<RedemptionRequest> & { quantity?: number } = {},
): Promise<RedemptionAnswer> {
  const { quantity = 1, ...request } = changes;
  const { points, moneyMinor } = gift;
  return redeemGift({
    memberId: member.memberId,
    wanted: [{ variantId: gift.variantId, quantity, seenPrice: { points, moneyMinor } }],
    collectStoreId: null,
    collectorName: null,
    address: null,
    requestKey: randomUUID(),
    by: member.id,
    ...request,
  });
}

/** Takes a gift that can be had. */
export async function taken(...args: Parameters<typeof take>): Promise<number> {
  const answer = await take(...args);
  if (!answer.ok) throw new Error(`Not taken: ${answer.refusal}`);
  return answer.redemptionIds[0] as number;
}

export const redemptionOf = (id: number) =>
  db().redemption.findUniqueOrThrow({
    where: { id },
    include: { steps: { orderBy: { id: "asc" } }, voucher: true },
  });

/** What lies on the shelves of an item, all places together. */
export async function shelvesOf(itemId: number) {
  const { _sum } = await db().stockLevel.aggregate({
    where: { itemId },
    _sum: { onHand: true, reserved: true },
  });
  return { onHand: _sum.onHand ?? 0, reserved: _sum.reserved ?? 0 };
}

export const PARCEL = {
  recipient: "林静",
  phone: "13800138000",
  lines: "上海市徐汇区湖畔路 7 号",
};

/** A club with a store at which gifts are collected, and somebody who keeps them. */
export async function aPickUp() {
  await ensureClub(db());
  return { store: await aStore(), keeper: await aKeeper() };
}
