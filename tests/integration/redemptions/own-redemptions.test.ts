import { describe, expect, test } from "vitest";
import { cancelOwnRedemption } from "#app/modules/redemptions/cancel-redemption.server.ts";
import {
  loadOwnRedemption,
  loadOwnRedemptions,
} from "#app/modules/redemptions/load-own-redemptions.server.ts";
import { makeReady } from "#app/modules/redemptions/make-ready.server.ts";
import { nameCollector } from "#app/modules/redemptions/name-collector.server.ts";
import { db } from "#app/platform/db.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  aKeeper,
  aSaver,
  aStore,
  PARCEL,
  redemptionOf,
  taken,
} from "../../support/gifts.ts";
import type { TestMember } from "../../support/people.ts";

testDatabase();

const today = new Date().toISOString().slice(0, 10);
const own = (member: TestMember, id: number, on = today) =>
  loadOwnRedemption(db(), member.memberId, id, { today: on, locale: "en" });
const who = (member: TestMember) => ({ memberId: member.memberId, personId: member.id });

test("what somebody took is theirs to see, page by page, and nobody else's", async () => {
  const [member, other] = [await aSaver(), await aSaver()];
  const gift = await aGift({ points: 10, fulfilment: "voucher" });
  const ids = [await taken(member, gift), await taken(member, gift), await taken(member, gift)];
  await taken(other, gift);
  const page = (before: number | null) =>
    loadOwnRedemptions(db(), member.memberId, { before, limit: 2, today, locale: "en" });
  const first = await page(null);
  expect(first.redemptions.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const second = await page(first.olderBefore);
  expect(second.redemptions.map(({ id }) => id)).toEqual([ids[0]]);
  expect(second.olderBefore).toBeNull();
  expect(await own(other, ids[0] as number)).toBeNull();
});

describe("what is shown at the desk", () => {
  test("is the redemption's code while it can be collected, and nothing after", async () => {
    const member = await aSaver();
    const id = await taken(member, await aGift(), { collectStoreId: await aStore() });
    const { code } = await redemptionOf(id);
    const page = await own(member, id);
    expect(page?.code?.text).toBe(`MQR-${showCode(code)}`);
    expect(page?.code?.qr.modules).toHaveLength((page?.code?.qr.size ?? 0) ** 2);
    await cancelOwnRedemption(id, who(member));
    expect((await own(member, id))?.code).toBeNull();
  });

  test("is a voucher's own code until its last day has passed", async () => {
    const member = await aSaver();
    const id = await taken(member, await aGift({ fulfilment: "voucher", voucherDays: 10 }));
    const { voucher } = await redemptionOf(id);
    const last = voucher?.validThrough.toISOString().slice(0, 10) as string;
    const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect((await own(member, id, last))?.code?.text).toBe(`MQV-${showCode(voucher?.code ?? "")}`);
    expect(await own(member, id, after)).toMatchObject({ code: null, voucher: { expired: true } });
  });

  test("is nothing of what is shipped", async () => {
    const member = await aSaver();
    const id = await taken(member, await aGift({ fulfilment: "ship" }), { address: PARCEL });
    expect(await own(member, id)).toMatchObject({ code: null, address: PARCEL, mayCancel: true });
  });
});

describe("somebody else who may collect", () => {
  test("is named until it is handed over, also while it lies ready, and taken back", async () => {
    const member = await aSaver();
    const id = await taken(member, await aGift(), { collectStoreId: await aStore() });
    expect((await nameCollector(id, "林小", who(member))).ok).toBe(true);
    await makeReady(id, (await aKeeper()).by);
    expect((await nameCollector(id, "林大", who(member))).ok).toBe(true);
    expect((await redemptionOf(id)).collectorName).toBe("林大");
    await nameCollector(id, null, who(member));
    const { collectorName, steps } = await redemptionOf(id);
    expect(collectorName).toBeNull();
    expect(steps.map(({ step }) => step)).toEqual([
      "requested",
      "collector-named",
      "ready",
      "collector-named",
      "collector-removed",
    ]);
  });

  test("is nobody for what was cancelled, is shipped, or is another's", async () => {
    const [member, other] = [await aSaver(2_000), await aSaver()];
    const gift = await aGift();
    const id = await taken(member, gift, { collectStoreId: await aStore() });
    expect(await nameCollector(id, "林小", who(other))).toEqual({
      ok: false,
      refusal: "no-such-redemption",
    });
    await cancelOwnRedemption(id, who(member));
    expect(await nameCollector(id, "林小", who(member))).toEqual({
      ok: false,
      refusal: "not-now",
      state: "cancelled",
    });
    const parcel = await taken(member, await aGift({ fulfilment: "ship" }), { address: PARCEL });
    expect((await nameCollector(parcel, "林小", who(member))).ok).toBe(false);
  });
});

test("its page tells the steps, and of whoever took them only whether it was oneself", async () => {
  const member = await aSaver();
  const id = await taken(member, await aGift(), { collectStoreId: await aStore() });
  await makeReady(id, (await aKeeper()).by);
  const page = await own(member, id);
  expect(page?.steps.map(({ step, byOwner }) => [step, byOwner])).toEqual([
    ["requested", true],
    ["ready", false],
  ]);
  expect(page).toMatchObject({ mayCancel: false, mayNameCollector: true });
});

test("its small print is the one that was shown when it was taken", async () => {
  const member = await aSaver();
  const gift = await aGift({ fulfilment: "voucher" });
  const terms = (version: number) => ({
    data: { giftId: gift.giftId, version, bodyEn: `Terms ${version}`, bodyZh: `条款 ${version}` },
  });
  await db().giftTerms.create(terms(1));
  const id = await taken(member, gift);
  await db().giftTerms.create(terms(2));
  expect((await own(member, id))?.terms).toEqual({ version: 1, body: "Terms 1" });
});

test("what staff wrote of a voucher's use is not shown to its owner, what is left is", async () => {
  const member = await aSaver();
  const id = await taken(member, await aGift({ fulfilment: "voucher", voucherUses: 2 }));
  const detail = (detail: object, step: string) =>
    db().redemptionStep.create({ data: { redemptionId: id, step, detail } });
  await detail({ left: 1 }, "used");
  await detail({ reason: "Scanned twice" }, "use-undone");
  await detail({ reason: "Sold out at the maker's" }, "cancelled");
  expect((await own(member, id))?.steps.slice(2)).toMatchObject([
    { step: "used", left: 1, reason: null },
    { step: "use-undone", left: null, reason: null },
    { step: "cancelled", pointsBack: null, reason: "Sold out at the maker's" },
  ]);
});
