import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  anApiKey,
  cancelOverHttp,
  readGiftsApi,
  redeemOverHttp,
  withApiNumber,
} from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aKeeper, aSaver, shelvesOf, type TestGift } from "../../support/gifts.ts";

testDatabase();

let key: string;
let reader: string;
beforeAll(async () => {
  await ensureClub(db());
  await db().store.create({ data: { name: "湖畔一店", nameEn: "Lakeside One" } });
  key = await anApiKey("gifts:read", "redemptions:read", "redemptions:write", "codes:read");
  reader = await anApiKey("gifts:read", "redemptions:read", "codes:read");
});

const anApiMember = async (points = 1_000) => withApiNumber(await aSaver(points));

const skuOf = async (gift: TestGift) =>
  (await db().giftVariant.findUniqueOrThrow({ where: { id: gift.variantId } })).sku;

async function anItem(gift: TestGift, changes: Record<string, unknown> = {}) {
  return { sku: await skuOf(gift), points: gift.points, ...changes };
}

const collected = { collect_at: "Lakeside One" };

test("a gift is taken for a member, and read back as it stands", async () => {
  const [gift, member] = [await aGift(), await anApiMember()];
  const body = { items: [await anItem(gift)], ...collected, collector: "王芳" };
  const response = await redeemOverHttp(member.number, body, { key });
  expect(response.status).toBe(200);
  const { redemptions } = await response.json();
  expect(redemptions).toMatchObject([
    {
      member_number: member.number,
      quantity: 1,
      points: 500,
      state: "requested",
      collect_at: "湖畔一店",
      voucher: null,
    },
  ]);
  const [{ id }] = redemptions;
  expect(await (await readGiftsApi({ redemption: id }, { key: reader })).json()).toEqual(
    redemptions[0],
  );
  const listed = await readGiftsApi({ redemptionsOf: member.number }, { key: reader });
  expect(await listed.json()).toEqual({ redemptions, older_before: null });
});

test("a retry under its key is the same redemption, byte for byte", async () => {
  const [gift, member] = [await aGift(), await anApiMember()];
  const body = { items: [await anItem(gift)], ...collected };
  const headers = { "Idempotency-Key": "order-77" };
  const sent = () => redeemOverHttp(member.number, body, { key, headers });
  const answers = await Promise.all([sent(), sent(), sent()]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect(answers.filter((answer) => answer.headers.get("Idempotency-Replayed"))).toHaveLength(2);
  expect((await loadBalance(db(), member.accountId)).available).toBe(500);
  const other = await redeemOverHttp(member.number, { ...body, collector: "x" }, { key, headers });
  expect(other.status).toBe(422);
});

test("twenty calls under different keys for the last piece: one has it, and what is refused can be sent again", async () => {
  const gift = await aGift({ pieces: 1 });
  const owners = await Promise.all(Array.from({ length: 20 }, () => anApiMember()));
  const body = { items: [await anItem(gift)], ...collected };
  const answers = await Promise.all(
    owners.map(({ number }) => redeemOverHttp(number, body, { key })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({
    type: "urn:marque:problem:redemption-refused",
    reason: "out-of-stock",
  });
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 1, reserved: 1 });
  expect(await db().giftMissed.count({ where: { giftId: gift.giftId } })).toBe(19);
});

test("several are taken together or not at all", async () => {
  const [one, other] = [await aGift(), await aGift({ pieces: 0 })];
  const member = await anApiMember(5_000);
  const body = { items: [await anItem(one), await anItem(other)], ...collected };
  const response = await redeemOverHttp(member.number, body, { key });
  expect(response.status).toBe(409);
  expect((await response.json()).detail).toContain(await skuOf(other));
  expect(await shelvesOf(one.itemId)).toEqual({ onHand: 10, reserved: 0 });
  expect((await loadBalance(db(), member.accountId)).available).toBe(5_000);
});

test.each([
  ["a price that was not seen", { points: 1 }, 409, "price-changed"],
  ["more than can be had", { quantity: 11 }, 409, "out-of-stock"],
  ["a gift there is not", { sku: "NOTHING" }, 404, undefined],
])("%s is refused", async (_case, changes, status, reason) => {
  const [gift, member] = [await aGift(), await anApiMember(9_000)];
  const body = { items: [await anItem(gift, changes)], ...collected };
  const response = await redeemOverHttp(member.number, body, { key });
  expect(response.status).toBe(status);
  expect((await response.json()).reason).toBe(reason);
});

test("what a request must have is named place by place", async () => {
  const member = await anApiMember();
  const response = await redeemOverHttp(
    member.number,
    { items: [{ sku: "A", quantity: 0, points: -1, colour: "red" }] },
    { key },
  );
  expect(response.status).toBe(400);
  const { errors } = await response.json();
  expect(errors.map(({ at }: { at: string }) => at).sort()).toEqual([
    "/items/0/colour",
    "/items/0/points",
    "/items/0/quantity",
  ]);
});

test("an SKU that no database could keep is refused as such", async () => {
  const member = await anApiMember();
  const items = [{ sku: "WASH\u0000", points: 260 }];
  const response = await redeemOverHttp(member.number, { items }, { key });
  expect(response.status).toBe(400);
  expect((await response.json()).errors).toMatchObject([{ at: "/items/0/sku" }]);
});

test("a key does what its scopes say, for members there are", async () => {
  const member = await anApiMember();
  const body = { items: [await anItem(await aGift())], ...collected };
  expect((await redeemOverHttp(member.number, body, { key: reader })).status).toBe(403);
  expect((await redeemOverHttp(member.number, body)).status).toBe(401);
  expect((await redeemOverHttp("M00000000", body, { key })).status).toBe(404);
  expect((await cancelOverHttp(1, { key: reader })).status).toBe(403);
});

test("cancelled until it is laid out, and cancelled again is cancelled", async () => {
  const [gift, member] = [await aGift(), await anApiMember(1_500)];
  const take = async () => {
    const body = { items: [await anItem(gift)], ...collected };
    const response = await redeemOverHttp(member.number, body, { key });
    return (await response.json()).redemptions[0].id as number;
  };
  const [first, second] = [await take(), await take()];
  for (const _time of [1, 2]) {
    const response = await cancelOverHttp(first, { key });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: first, state: "cancelled" });
  }
  expect((await loadBalance(db(), member.accountId)).available).toBe(1_000);
  await makeReady(second, (await aKeeper()).by);
  const late = await cancelOverHttp(second, { key });
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ reason: "ready" });
  expect((await cancelOverHttp(999_999, { key })).status).toBe(404);
  expect((await cancelOverHttp("x", { key })).status).toBe(404);
});

test("a voucher's code is in the answer", async () => {
  const [gift, member] = [await aGift({ fulfilment: "voucher" }), await anApiMember()];
  const response = await redeemOverHttp(member.number, { items: [await anItem(gift)] }, { key });
  expect((await response.json()).redemptions).toMatchObject([
    {
      state: "issued",
      voucher: { uses: 1, used: 0, code: expect.stringMatching(/^.{4}-.{4}-.{4}$/) },
    },
  ]);
});

test("codes are for keys that may read them; the catalogue's key reads nothing that members took", async () => {
  const [gift, member] = [await aGift({ fulfilment: "voucher" }), await anApiMember(1_500)];
  const taker = await anApiKey("redemptions:write");
  const body = { items: [await anItem(gift)] };
  const [answered] = (await (await redeemOverHttp(member.number, body, { key: taker })).json())
    .redemptions;
  expect(answered).toMatchObject({ code: null, voucher: { uses: 1, code: null } });

  const uncoded = await anApiKey("redemptions:read");
  const read = await readGiftsApi({ redemption: answered.id }, { key: uncoded });
  expect(await read.json()).toEqual(answered);
  const listed = await readGiftsApi({ redemptionsOf: member.number }, { key: uncoded });
  expect((await listed.json()).redemptions).toEqual([answered]);

  const catalogue = await anApiKey("gifts:read", "codes:read");
  for (const asked of [{ redemption: answered.id }, { redemptionsOf: member.number }]) {
    expect((await readGiftsApi(asked, { key: catalogue })).status).toBe(403);
  }
});

test("the gifts that members see, with what is free of them", async () => {
  const [shown, hidden] = [await aGift(), await aGift({ archivedAt: new Date() })];
  const response = await readGiftsApi({ gifts: true }, { key: reader });
  const { gifts } = await response.json();
  const ids = gifts.map(({ id }: { id: number }) => id);
  expect(ids).toContain(shown.giftId);
  expect(ids).not.toContain(hidden.giftId);
  expect(gifts.find(({ id }: { id: number }) => id === shown.giftId)).toMatchObject({
    points: 500,
    variants: [{ sku: await skuOf(shown), free: 10 }],
  });
});

test("after all of this the books agree", async () => {
  expect(await verifyStock(db())).toEqual([]);
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
