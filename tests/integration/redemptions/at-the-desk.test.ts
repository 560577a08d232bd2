import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { loadGiftChoices } from "#app/modules/gifts/load-choices.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { redemptionsFeature } from "#app/modules/redemptions/feature.server.ts";
import { handOver } from "#app/modules/redemptions/hand-over.server.ts";
import { loadPickList } from "#app/modules/redemptions/load-pick-list.server.ts";
import { loadRedemptionQueue } from "#app/modules/redemptions/load-redemption-queue.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { redeemAtDesk } from "#app/modules/redemptions/redeem-at-desk.server.ts";
import type { QueuePlace, QueueView } from "#app/modules/redemptions/redemption-queue.ts";
import { shipRedemption } from "#app/modules/redemptions/ship-redemption.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aPickUp,
  aSaver,
  aStore,
  PARCEL,
  putOnShelf,
  redemptionOf,
  type TestGift,
  taken,
} from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";

testDatabase();

let store = 0;
let keeper = { by: 0, address: "" };
beforeAll(async () => {
  ({ store, keeper } = await aPickUp());
});

const wanted = (
  member: TestMember,
  { variantId, points }: TestGift,
  requestKey = randomUUID(),
) => ({
  memberId: member.memberId,
  wanted: [{ variantId, quantity: 1, seenPrice: { points, moneyMinor: 0 } }],
  collectStoreId: store,
  collectorName: null,
  address: null,
  requestKey,
});
/** The counter takes the money part. */
async function payForIt(id: number) {
  const { paymentId } = await redemptionOf(id);
  const how = { method: "cash", receiptNumber: "K-1", requestKey: randomUUID() } as const;
  const paid = { paymentId: paymentId ?? 0, amountMinor: 4_900, storeId: store, ...how };
  return recordAtCounter(paid, keeper, payables);
}
const listed = async (view: QueueView, place: QueuePlace = "all") => {
  const queue = await loadRedemptionQueue(db(), { view, place, after: null, limit: 50 });
  return queue.redemptions.map(({ id }) => id);
};

test("taken for a member who stands there: by staff, once, with a line in the audit log", async () => {
  const [gift, member] = [await aGift(), await aSaver()];
  const request = wanted(member, gift);
  const once = () => redeemAtDesk(request, keeper);
  const answers = await Promise.all([once(), once(), once()]);
  const [first] = answers;
  expect(first).toMatchObject({ ok: true });
  for (const answer of [...answers, await once()]) expect(answer).toEqual(first);
  const id = first?.ok ? (first.redemptionIds[0] as number) : 0;
  expect(await redemptionOf(id)).toMatchObject({ createdBy: keeper.by, state: "requested" });
  expect((await loadBalance(db(), member.accountId)).available).toBe(500);
  const lines = await db().auditEntry.count({
    where: { action: "gift.taken-for-member", subject: `redemption:${id}`, personId: keeper.by },
  });
  expect(lines).toBe(1);
});

test("refused as the member would be, with nothing left behind", async () => {
  const [gift, member] = [await aGift(), await aSaver(499)];
  expect(await redeemAtDesk(wanted(member, gift), keeper)).toMatchObject({
    refusal: "too-few-points",
    missing: 1,
  });
  const lines = await db().auditEntry.count({
    where: {
      action: "gift.taken-for-member",
      detail: { path: ["memberId"], equals: member.memberId },
    },
  });
  expect(lines).toBe(0);
});

test("the desk's list has what can be had now, and gold's gifts for gold alone", async () => {
  const past = new Date(Date.now() - 1_000);
  const [open, gold] = [await aGift(), await aGift({ tier: "gold" })];
  const hidden = [
    await aGift({ pieces: 0 }),
    await aGift({ availableUntil: past }),
    await aGift({ archivedAt: past }),
    await aGift({ visibleFrom: new Date(Date.now() + 60_000) }),
  ];
  const idsFor = async (tier: "silver" | "gold") =>
    (await loadGiftChoices(db(), tier)).map(({ variantId }) => variantId);
  expect(await idsFor("gold")).toEqual(expect.arrayContaining([open.variantId, gold.variantId]));
  expect(await idsFor("silver")).not.toContain(gold.variantId);
  for (const { variantId } of hidden) expect(await idsFor("gold")).not.toContain(variantId);
});

test("each redemption stands in one view of the queue, by what the desk does next", async () => {
  const [elsewhere, member] = [await aStore(), await aSaver(3_000)];
  const gift = await aGift({ points: 10 });
  const take = (collectStoreId: number) => taken(member, gift, { collectStoreId });
  const [open, ready, given] = [
    await take(elsewhere),
    await take(elsewhere),
    await take(elsewhere),
  ];
  await makeReady(ready, keeper.by);
  await handOver(given, { memberId: member.memberId, collector: "owner" }, keeper);
  const posted = await aGift({ fulfilment: "ship", points: 10 });
  const parcel = await taken(member, posted, { address: PARCEL });
  const sent = await taken(member, posted, { address: PARCEL });
  await shipRedemption(sent, { carrier: "顺丰", trackingNumber: "SF1" }, keeper);
  const voucher = await taken(member, await aGift({ fulfilment: "voucher", points: 10 }));

  expect(await listed("lay-out", elsewhere)).toEqual([open]);
  expect(await listed("waiting", elsewhere)).toEqual([ready]);
  expect(await listed("to-ship", elsewhere)).toEqual([parcel]);
  expect(await listed("on-its-way")).toEqual([sent]);
  expect(await listed("vouchers")).toContain(voucher);
  expect(await listed("ended")).toContain(given);
  // Another store's desk sees its own, and parcels, which are everybody's.
  expect(await listed("lay-out", store)).not.toContain(open);
  expect(await listed("to-ship", store)).toContain(parcel);
});

test("the queue pages by age, counts what it does not show, and marks what has waited for too long", async () => {
  const [place, member, gift] = [await aStore(), await aSaver(3_000), await aGift({ points: 10 })];
  const ids: number[] = [];
  for (let count = 0; count < 5; count++) {
    ids.push(await taken(member, gift, { collectStoreId: place }));
  }
  await db().redemption.update({
    where: { id: ids[0] },
    data: { createdAt: new Date(Date.now() - 4 * 86_400_000) },
  });
  const page = (after: number | null) =>
    loadRedemptionQueue(db(), { view: "lay-out", place, after, limit: 2 });
  const seen: number[] = [];
  for (let after: number | null = null; ; ) {
    const { redemptions, next, counts } = await page(after);
    expect(counts["lay-out"]).toBe(5);
    seen.push(...redemptions.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  expect(seen).toEqual(ids);
  const { redemptions } = await page(null);
  expect(redemptions.map(({ late }) => late)).toEqual([true, false]);
});

test("the pick list says from which shelf, for whom and where to", async () => {
  const [place, member] = [await aStore(), await aSaver(3_000)];
  const [near, far] = [await aGift({ pieces: 0, points: 10 }), await aGift({ points: 10 })];
  await putOnShelf(near.itemId, 3, place);
  const first = await taken(member, near, { collectStoreId: place });
  const second = await taken(member, far, { collectStoreId: place });
  const shelves = await loadPickList(db(), place);
  expect(
    shelves.map(({ liesAt, picks }) => [liesAt?.zh ?? null, picks.map(({ id }) => id)]),
  ).toEqual([
    [null, [second]],
    [expect.stringContaining("门店"), [first]],
  ]);
});

test("nobody goes to a shelf for what is not paid for, and it is not the desk that keeps its owner waiting", async () => {
  const [place, member] = [await aStore(), await aSaver(3_000)];
  const priced = { points: 10, moneyMinor: 4_900 };
  const [laidOut, posted, shown] = [
    await aGift(priced),
    await aGift({ ...priced, fulfilment: "ship" }),
    await aGift({ ...priced, fulfilment: "voucher" }),
  ];
  const toCollect = await taken(member, laidOut, { collectStoreId: place });
  const parcel = await taken(member, posted, { address: PARCEL });
  const voucher = await taken(member, shown);
  const ids = [toCollect, parcel, voucher];
  await db().redemption.updateMany({
    where: { id: { in: ids } },
    data: { createdAt: new Date(Date.now() - 4 * 86_400_000) },
  });
  const picked = async () =>
    (await loadPickList(db(), "all"))
      .flatMap(({ picks }) => picks.map(({ id }) => id))
      .filter((id) => ids.includes(id));
  const isLate = async () => {
    const query = { view: "to-ship", place: "all", after: parcel - 1, limit: 1 } as const;
    const { redemptions } = await loadRedemptionQueue(db(), query);
    return redemptions.map(({ id, late, unpaid }) => ({ id, late, unpaid }));
  };
  const toShip = async () => {
    const sources = redemptionsFeature.waiting ?? [];
    const source = sources.find(({ name }) => name === "giftsToShip");
    const [row] = await db().$queryRaw<{ facts: { count: number; late: number } }[]>`
      select (${source?.find(keeper.by)}) as facts`;
    return row?.facts;
  };
  const before = await toShip();
  // The counter takes the money when it is collected.
  expect(await picked()).toEqual([toCollect]);
  expect(await isLate()).toEqual([{ id: parcel, late: false, unpaid: true }]);

  expect(await payForIt(parcel)).toMatchObject({ ok: true });
  expect(await payForIt(voucher)).toMatchObject({ ok: true });
  expect(await picked()).toEqual([toCollect, parcel]);
  expect(await isLate()).toEqual([{ id: parcel, late: true, unpaid: false }]);
  expect(await toShip()).toMatchObject({
    count: (before?.count ?? 0) + 1,
    late: (before?.late ?? 0) + 1,
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
