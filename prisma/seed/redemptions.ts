import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { shipRedemption } from "#app/modules/redemptions/ship-redemption.server.ts";
import { db } from "#app/platform/db.server.ts";

/** Members of the file with points to spend, and none of those who sign in to the demo. */
const TAKEN = [
  { number: "M00011197", sku: "KEYRING", quantity: 1 },
  { number: "M00010157", sku: "CRAYONS", quantity: 1 },
  { number: "M00011775", sku: "POLO-L", quantity: 1 },
  { number: "M00013698", sku: "TEA", quantity: 1 },
  { number: "M00012583", sku: "CUSHION", quantity: 1 },
  { number: "M00012914", sku: "WASH", quantity: 3 },
] as const;

/**
 * Gifts that some members took: one lies ready, one is on its way, the others wait for the desk. Taken under keys
 * of their own, so that a load that is taken up again takes none twice.
 */
export async function takeSampleGifts(clerk: number): Promise<void> {
  const { id: store } = await db().store.findFirstOrThrow({
    where: { closedAt: null, askedSince: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const ids = [];
  for (const { number, sku, quantity } of TAKEN) ids.push(await take(number, sku, quantity, store));
  const [ready, , , parcel] = ids;
  // Done in an earlier load, they stand elsewhere by now, which is as good.
  await makeReady(ready as number, clerk);
  const actor = { by: clerk, address: "127.0.0.1" };
  await shipRedemption(
    parcel as number,
    { carrier: "顺丰速运", trackingNumber: "SF1482750193" },
    actor,
  );
}

async function take(
  number: string,
  sku: string,
  quantity: number,
  collectStoreId: number,
): Promise<number> {
  const member = await db().member.findUniqueOrThrow({
    where: { number },
    select: { id: true, personId: true, person: { select: { name: true, phone: true } } },
  });
  const variant = await db().giftVariant.findUniqueOrThrow({
    where: { sku },
    select: { id: true, gift: { select: { points: true, moneyMinor: true } } },
  });
  const answer = await redeemGift({
    memberId: member.id,
    wanted: [{ variantId: variant.id, quantity, seenPrice: variant.gift }],
    collectStoreId,
    collectorName: null,
    address: {
      recipient: member.person.name,
      phone: member.person.phone ?? "021-5550 0100",
      lines: "上海市徐汇区湖畔路 7 号 3 幢 502",
    },
    requestKey: `demo:${sku}`,
    by: member.personId,
  });
  if (!answer.ok) throw new Error(`The demo's gift was refused: ${answer.refusal}`);
  return answer.redemptionIds[0] as number;
}
