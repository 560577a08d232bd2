import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { archiveGift, moveGift } from "#app/modules/gifts/arrange-gifts.server.ts";
import { beganWith, takeIn } from "#app/modules/gifts/form-began.server.ts";
import { emptyGift, type TypedGift } from "#app/modules/gifts/gift-fields.ts";
import { loadDescribedGift } from "#app/modules/gifts/load-described-gift.server.ts";
import { loadGiftPage } from "#app/modules/gifts/load-gift-page.server.ts";
import { loadKeptGifts } from "#app/modules/gifts/load-kept-gifts.server.ts";
import {
  addGift,
  changeGift,
  changeGiftIn,
  type GiftChange,
} from "#app/modules/gifts/save-gift.server.ts";
import { type DescribedGift, readTypedGift, typeGift } from "#app/modules/gifts/typed-gift.ts";
import { addVariant, archiveVariant, changeVariant } from "#app/modules/gifts/variants.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aGift, aKeeper, aSaver, shelvesOf, take, taken } from "../../support/gifts.ts";

freshDatabase();

const how = { digits: 2, time: clubTime("Asia/Shanghai") };
const SCARF: TypedGift = {
  ...emptyGift,
  sku: "SCARF",
  titleEn: "Scarf",
  titleZh: "围巾",
  points: "500",
};

function described(changes: Partial<TypedGift> = {}): DescribedGift {
  const read = readTypedGift({ ...SCARF, ...changes }, how);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.gift;
}
async function added(changes: Partial<TypedGift> = {}, pieces = 5): Promise<number> {
  const answer = await addGift({ gift: described(changes), pieces }, await aKeeper());
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.giftId;
}
const saved = async (giftId: number) => {
  const gift = await loadDescribedGift(db(), giftId);
  if (!gift) throw new Error("There is no such gift.");
  return gift;
};
async function change(giftId: number, changes: Partial<TypedGift>, rest: Partial<GiftChange> = {}) {
  const { revision } = await saved(giftId);
  const gift = described(changes);
  return changeGift({ giftId, gift, revision, agreed: null, ...rest }, await aKeeper());
}
const listed = async (...args: Parameters<typeof loadKeptGifts>) =>
  (await loadKeptGifts(...args)).gifts.map(({ sku }) => sku);

test("a new gift stands last in the catalogue, with its pieces in the store room and its small print", async () => {
  await aGift({ position: 7 });
  const giftId = await added({ termsEn: "While there are any.", termsZh: "换完即止。" });
  const { gifts } = await loadKeptGifts(db(), { view: "all", search: "" });
  expect(gifts.at(-1)).toMatchObject({ giftId, state: "shown", free: 5, onHand: 5, promised: 0 });
  expect(await db().giftTerms.findMany({ where: { giftId } })).toMatchObject([
    { version: 1, bodyEn: "While there are any.", bodyZh: "换完即止。" },
  ]);
  expect(await db().auditEntry.count({ where: { action: "gift.created" } })).toBe(1);
});

test("a SKU is one gift's or one size's", async () => {
  const giftId = await added();
  const keeper = await aKeeper();
  const again = await addGift({ gift: described(), pieces: 0 }, keeper);
  expect(again).toEqual({ ok: false, refusal: "sku-taken" });
  const blue = { sku: "SCARF-BLUE", nameEn: "Blue", nameZh: "蓝", sharesWith: null };
  await addVariant(giftId, blue, keeper);
  const other = await addGift({ gift: described({ sku: "SCARF-BLUE" }), pieces: 0 }, keeper);
  expect(other).toEqual({ ok: false, refusal: "sku-taken" });
});

test("other small print is another version, and what was taken keeps the one that was shown", async () => {
  const giftId = await added({ termsEn: "One", termsZh: "一" });
  const [variant] = await db().giftVariant.findMany({ where: { giftId } });
  const gift = { giftId, variantId: variant?.id as number, itemId: 0, points: 500, moneyMinor: 0 };
  const id = await taken(await aSaver(), { ...gift }, await collecting());
  expect(await change(giftId, { termsEn: "Two", termsZh: "二" })).toMatchObject({ changed: true });
  expect((await saved(giftId)).termsVersion).toBe(2);
  expect(await db().redemption.findUniqueOrThrow({ where: { id } })).toMatchObject({
    termsVersion: 1,
  });
  // Saved again as it is, nothing is another version.
  expect(await change(giftId, { termsEn: "Two", termsZh: "二" })).toMatchObject({ changed: false });
  expect((await saved(giftId)).termsVersion).toBe(2);
});

async function collecting() {
  const { id } = await db().store.create({ data: { name: `店 ${Math.random()}` } });
  return { collectStoreId: id };
}

test("of two who save at once one is told what the other changed, and loses nothing", async () => {
  const giftId = await added();
  const began = typeGift((await saved(giftId)).gift, how);
  const { revision } = await saved(giftId);
  const answers = await Promise.all([
    change(giftId, { titleEn: "Warm scarf" }, { revision }),
    change(giftId, { limitPerMember: "2" }, { revision }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "changed-meanwhile" });

  // The second one's form: their own field stays, the other's is taken in.
  const now = typeGift((await saved(giftId)).gift, how);
  const mine = { ...began, aboutEn: "Wool." };
  const { typed, changed } = takeIn(mine, beganWith(began), now);
  expect(typed).toEqual({ ...now, aboutEn: "Wool." });
  expect(changed).toHaveLength(1);
});

test("another price is not saved before it was seen what it means for those who save for the gift", async () => {
  const giftId = await added();
  for (const points of [600, 900, 100]) {
    const { memberId } = await aSaver(points);
    await db().giftGoal.create({ data: { memberId, giftId, points: 500 } });
  }
  const answer = await change(giftId, { points: "800" });
  expect(answer).toMatchObject({
    ok: false,
    refusal: "price-to-agree",
    meaning: { savers: 3, ableBefore: 2, ableAfter: 1, after: { points: 800, moneyMinor: 0 } },
  });
  expect((await saved(giftId)).gift.points).toBe(500);
  // Agreed to another price than is saved: asked again.
  const other = { agreed: { points: 700, moneyMinor: 0 } };
  expect(await change(giftId, { points: "800" }, other)).toMatchObject({ ok: false });
  const agreed = { agreed: { points: 800, moneyMinor: 0 } };
  expect(await change(giftId, { points: "800" }, agreed)).toMatchObject({ ok: true });
  expect((await saved(giftId)).gift.points).toBe(800);
});

test("a price that nobody saves for is saved at once, and who saw the old one is asked again", async () => {
  const giftId = await added();
  const [variant] = await db().giftVariant.findMany({ where: { giftId } });
  expect(await change(giftId, { points: "800" })).toMatchObject({ ok: true });
  const gift = { giftId, variantId: variant?.id as number, itemId: 0, points: 500, moneyMinor: 0 };
  const answer = await take(await aSaver(), gift, await collecting());
  expect(answer).toMatchObject({ ok: false, refusal: "price-changed", price: { points: 800 } });
});

test("whoever saves a gift, or brings a file of many in, keeps nobody from taking it meanwhile", async () => {
  const giftId = await added();
  const [variant] = await db().giftVariant.findMany({ where: { giftId } });
  const gift = { giftId, variantId: variant?.id as number, itemId: 0, points: 500, moneyMinor: 0 };
  const [saver, keeper, where] = [await aSaver(), await aKeeper(), await collecting()];
  const answer = await inTransaction(async (tx) => {
    const other = described({ aboutEn: "Warm and long." });
    await changeGiftIn(tx, { giftId, gift: other, revision: null, agreed: null }, keeper);
    return Promise.race([take(saver, gift, where), sleep(10_000)]);
  });
  expect(answer).toMatchObject({ ok: true });
  expect((await saved(giftId)).gift.aboutEn).toBe("Warm and long.");
});

test("gifts are moved up, down and to the front, and stay at the ends", async () => {
  const ids = [
    await added({ sku: "A" }),
    await added({ sku: "B" }),
    await added({ sku: "C" }),
  ] as const;
  // As a file may have left them.
  await db().gift.updateMany({ data: { position: 0 } });
  const order = () => listed(db(), { view: "all", search: "" });
  expect(await order()).toEqual(["A", "B", "C"]);
  await moveGift(ids[0], "up");
  expect(await order()).toEqual(["A", "B", "C"]);
  await moveGift(ids[0], "down");
  expect(await order()).toEqual(["B", "A", "C"]);
  await moveGift(ids[2], "first");
  expect(await order()).toEqual(["C", "B", "A"]);
  await moveGift(ids[0], "down");
  expect(await order()).toEqual(["C", "B", "A"]);
  expect(await moveGift(999_999, "up")).toBe(false);
});

test("an archived gift leaves the catalogue and can be brought back; what was taken stays", async () => {
  const giftId = await added();
  const [variant] = await db().giftVariant.findMany({ where: { giftId } });
  const gift = { giftId, variantId: variant?.id as number, itemId: 0, points: 500, moneyMinor: 0 };
  const id = await taken(await aSaver(), gift, await collecting());
  const keeper = await aKeeper();
  expect(await archiveGift(giftId, true, keeper)).toBe(true);
  expect(await listed(db(), { view: "all", search: "" })).toEqual([]);
  expect(await listed(db(), { view: "archived", search: "" })).toEqual(["SCARF"]);
  expect(await take(await aSaver(), gift, await collecting())).toMatchObject({ ok: false });
  expect(await db().redemption.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "requested",
  });
  await archiveGift(giftId, true, keeper);
  expect(await archiveGift(giftId, false, keeper)).toBe(true);
  expect(await listed(db(), { view: "all", search: "" })).toEqual(["SCARF"]);
  expect(await db().auditEntry.count({ where: { action: "gift.archived" } })).toBe(1);
  expect(await archiveGift(999_999, true, keeper)).toBe(false);
});

test("what was typed into the search is a text and no pattern", async () => {
  await added({ sku: "A", titleEn: "100% wool" });
  await added({ sku: "B", titleEn: "Cotton", titleZh: "棉围巾" });
  expect(await listed(db(), { view: "all", search: "100%" })).toEqual(["A"]);
  expect(await listed(db(), { view: "all", search: "%" })).toEqual(["A"]);
  expect(await listed(db(), { view: "all", search: "_" })).toEqual([]);
  expect(await listed(db(), { view: "all", search: "棉" })).toEqual(["B"]);
  expect(await listed(db(), { view: "all", search: "b" })).toEqual(["B"]);
});

test("a size shares a stock or has its own, and the last one stays", async () => {
  const giftId = await added();
  const keeper = await aKeeper();
  const own = { sku: "SCARF-L", nameEn: "Large", nameZh: "大", sharesWith: null };
  expect(await addVariant(giftId, own, keeper)).toEqual({ ok: true });
  const first = (await db().giftVariant.findFirstOrThrow({ where: { giftId } })).id;
  const shared = { sku: "SCARF-GIFT", nameEn: "Boxed", nameZh: "礼盒", sharesWith: first };
  expect(await addVariant(giftId, shared, keeper)).toEqual({ ok: true });
  const page = await loadGiftPage(db(), giftId);
  expect(page?.variants).toMatchObject([
    { sku: "SCARF", free: 5, sharedWith: ["SCARF-GIFT"] },
    { sku: "SCARF-L", free: 0, sharedWith: [] },
    { sku: "SCARF-GIFT", free: 5, sharedWith: ["SCARF"] },
  ]);
  // The shared stock is counted once.
  const { gifts } = await loadKeptGifts(db(), { view: "all", search: "" });
  expect(gifts).toMatchObject([{ free: 5, onHand: 5 }]);
  expect(await shelvesOf(page?.variants[0]?.stockItemId as number)).toMatchObject({ onHand: 5 });

  const names = { sku: "SCARF", nameEn: "Plain", nameZh: "普通" };
  expect(await changeVariant(giftId, first, names, keeper)).toEqual({ ok: true });
  const taken = { sku: "SCARF-L", nameEn: "Plain", nameZh: "普通" };
  expect(await changeVariant(giftId, first, taken, keeper)).toMatchObject({ ok: false });
  for (const variant of page?.variants ?? []) {
    const isLast = variant === page?.variants.at(-1);
    expect(await archiveVariant(giftId, variant.variantId, true, keeper)).toEqual(
      isLast ? { ok: false, refusal: "last-variant" } : { ok: true },
    );
  }
});
