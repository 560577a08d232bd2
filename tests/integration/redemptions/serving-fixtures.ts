import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { moveStock } from "#app/modules/stock/move-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aGift, aKeeper, aSaver, PARCEL, type TestGift, taken } from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";

/** A gift that somebody took and will collect at a store. */
export async function collectedAt(collectStoreId: number, gift?: TestGift) {
  const [what, member] = [gift ?? (await aGift()), await aSaver()];
  const id = await taken(member, what, { collectStoreId });
  return { gift: what, member, id };
}

/** A gift that somebody took and wants sent. */
export async function aParcel() {
  const [gift, member] = [await aGift({ fulfilment: "ship" }), await aSaver()];
  const id = await taken(member, gift, { address: PARCEL });
  return { gift, member, id };
}

/** A count that finds fewer pieces than there should be. */
export async function lose(itemId: number, pieces: number, storeId: number | null = null) {
  const { by } = await aKeeper();
  await moveStock(db(), [
    { itemId, storeId, kind: "count", onHand: -pieces, reason: "Counted", by },
  ]);
}

export const pointsOf = async ({ accountId }: TestMember) =>
  (await loadBalance(db(), accountId)).available;

export const ownerOf = ({ memberId }: TestMember) => ({ memberId, collector: "owner" as const });

/** Of which steps a member was written to, in their order. */
export const stepLettersTo = async ({ id }: TestMember) =>
  (await db().mail.findMany({ where: { personId: id }, orderBy: { id: "asc" } })).map(
    ({ props }) => (props as { step: string }).step,
  );

export const shelfAt = (itemId: number, storeId: number | null) =>
  db().stockLevel.findFirst({
    where: { itemId, storeId },
    select: { onHand: true, reserved: true },
  });

/** How many were done. */
export const doneOf = (answers: readonly { ok: boolean }[]) =>
  answers.filter(({ ok }) => ok).length;

export const tenTimes = <Answer>(act: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: 10 }, act));
