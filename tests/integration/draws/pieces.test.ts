import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { changeDraw, createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import { handOverPrize, passPrizeOn } from "#app/modules/draws/settle-win.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aGiftDraft,
  aKeeper,
  aVisit,
  BEFORE,
  drafted,
  drawnDraw,
  lies,
  NAMELESS,
  readByTwo,
  VALUE_DUE,
  visitors,
  winsOf,
} from "../../support/draws.ts";
import { aGift, putOnShelf, type TestGift } from "../../support/gifts.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;
let members: number[] = [];

beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
  members = await visitors(3);
});
beforeEach(async () => expect(await verifyStock(db())).toEqual([]));

const freeze = (drawId: number) => freezeDraw(drawId, keeper, BEFORE);
const take = ({ itemId }: TestGift, pieces: number) =>
  takeOutStock(
    { itemId, storeId: null, pieces, reason: "Broken", requestKey: randomUUID() },
    keeper,
  );

describe("a prize that is a gift", () => {
  test("is called as the gift is, unless it has words of its own", async () => {
    const gift = await aGift({ titleEn: "Silver pen", titleZh: "银笔" });
    const drawId = await drafted(aGiftDraft(gift, 1));
    const kept = await loadKeptDraw(db(), drawId, 0);
    expect(kept?.draft.prizes).toEqual([
      { title: { en: "Silver pen", zh: "银笔" }, count: 1, variantId: gift.variantId },
    ]);
  });

  test("is none that is sent by parcel, is archived, or is not there", async () => {
    const parcel = await aGift({ fulfilment: "ship" });
    const gone = await aGift({ archivedAt: new Date() });
    for (const variantId of [parcel.variantId, gone.variantId, 999_999]) {
      const draft = aDraft({ prizes: [{ title: NAMELESS, count: 1, variantId }] });
      expect(await createDraw(draft, randomUUID(), keeper)).toBeNull();
      const drawId = await drafted();
      expect(await changeDraw(drawId, draft)).toBe("no-such-gift");
      expect((await loadKeptDraw(db(), drawId, 0))?.draft.prizes).toEqual(aDraft().prizes);
    }
  });

  test("is kept from freezing on, taken when handed over, and tells of itself in the movements", async () => {
    const gift = await aGift({ pieces: 5 });
    const drawId = await drawnDraw(aGiftDraft(gift, 2));
    expect(await lies(gift)).toEqual([5, 2]);
    const [first] = await winsOf(drawId);
    const handed = () => handOverPrize({ drawId, winId: first?.id ?? 0 }, keeper);
    expect([await handed(), await handed()]).toEqual([{ ok: true }, { ok: true }]);
    expect(await lies(gift)).toEqual([4, 1]);
    const movements = await db().stockMovement.findMany({
      where: { itemId: gift.itemId, purpose: "draw-prize" },
      orderBy: { id: "asc" },
    });
    expect(movements).toMatchObject([
      { kind: "reserve", reserved: 2, reason: "Factory visit", variantId: gift.variantId },
      { kind: "hand-over", onHand: -1, reserved: -1, variantId: gift.variantId },
    ]);
    const kept = await loadKeptDraw(db(), drawId, 0);
    expect(kept?.wins.map(({ shelf }) => shelf)).toEqual([null, { store: null }]);
  });

  test("goes with the prize to whoever is next, and back to its shelf once nobody is left", async () => {
    const gift = await aGift({ pieces: 2 });
    const drawId = await drawnDraw(aGiftDraft(gift, 2));
    const pass = async () => {
      const win = (await winsOf(drawId)).find(({ state }) => state === "won");
      return passPrizeOn({ drawId, winId: win?.id ?? 0, why: "declined" }, keeper, VALUE_DUE);
    };
    expect(await pass()).toMatchObject({ ok: true, next: expect.any(String) });
    expect(await lies(gift)).toEqual([2, 2]);
    expect(await pass()).toEqual({ ok: true, next: null });
    expect(await lies(gift)).toEqual([2, 1]);
    expect(await pass()).toEqual({ ok: true, next: null });
    expect(await lies(gift)).toEqual([2, 0]);
  });

  test("of a winner who left goes to the next", async () => {
    const gift = await aGift({ pieces: 1 });
    const left = await aMember();
    await aVisit(left.memberId, { settledAt: new Date("2017-06-01T02:00:00Z") });
    await aVisit(members[0] ?? 0, { settledAt: new Date("2017-06-02T02:00:00Z") });
    const days = { from: "2017-06-01", through: "2017-06-02" };
    const drawId = await drafted(
      aGiftDraft(gift, 1, { entrants: { of: "visits", ...days, perVisit: true } }),
    );
    await freeze(drawId);
    await readByTwo(drawId, [keeper, await aKeeper()]);
    for (const memberId of [left.memberId, members[0] ?? 0]) await eraseEntries(db(), memberId);
    expect(await lies(gift)).toEqual([1, 1]);
    const pass = async () => {
      const winId = (await winsOf(drawId)).at(-1)?.id ?? 0;
      return passPrizeOn({ drawId, winId, why: "left" }, keeper, VALUE_DUE);
    };
    expect(await pass()).toMatchObject({ ok: true, next: expect.any(String) });
    expect(await lies(gift)).toEqual([1, 1]);
    expect(await pass()).toEqual({ ok: true, next: null });
    expect(await lies(gift)).toEqual([1, 0]);
  });

  test("is free again where more were promised than could be drawn, and when it is called off", async () => {
    const gift = await aGift({ pieces: 9 });
    await drawnDraw(aGiftDraft(gift, 5));
    expect(await lies(gift)).toEqual([9, 3]);
    const off = await drafted(aGiftDraft(gift, 4));
    await freeze(off);
    expect(await lies(gift)).toEqual([9, 7]);
    const reason = { en: "No", zh: "不" };
    const call = () => callOffDraw({ drawId: off, reason }, keeper, BEFORE);
    expect([await call(), await call()]).toEqual([{ ok: true }, { ok: true }]);
    expect(await lies(gift)).toEqual([9, 3]);
  });

  test("is free again where a household that won once has all other entries", async () => {
    const gift = await aGift({ pieces: 3 });
    const family = [await aMember(), await aMember(), await aMember()];
    for (const { id, memberId } of family) {
      await db().person.update({ where: { id }, data: { phone: "+8613800005678" } });
      await aVisit(memberId, { settledAt: new Date("2013-06-01T02:00:00Z") });
    }
    const days = { from: "2013-06-01", through: "2013-06-01" };
    const drawId = await drafted(
      aGiftDraft(gift, 3, {
        entrants: { of: "visits", ...days, perVisit: false },
      }),
    );
    await freeze(drawId);
    await readByTwo(drawId, [keeper, await aKeeper()]);
    expect(await winsOf(drawId)).toHaveLength(1);
    expect(await lies(gift)).toEqual([3, 1]);
  });

  test("that a count found missing is not handed over, until there is one again", async () => {
    const gift = await aGift({ pieces: 1 });
    const drawId = await drawnDraw(aGiftDraft(gift, 1));
    const winId = (await winsOf(drawId))[0]?.id ?? 0;
    await take(gift, 1);
    const handed = () => handOverPrize({ drawId, winId }, keeper);
    expect(await handed()).toEqual({ ok: false, refusal: "no-piece" });
    expect((await winsOf(drawId))[0]?.state).toBe("won");
    await putOnShelf(gift.itemId, 1);
    expect(await handed()).toEqual({ ok: true });
    expect(await lies(gift)).toEqual([0, 0]);
  });
});

test.each([
  [
    "another piece",
    (drawId: number) => db().drawPiece.updateMany({ where: { drawId }, data: { piece: 7 } }),
  ],
  ["none", (drawId: number) => db().drawPiece.deleteMany({ where: { drawId } })],
])("what was kept when a list was closed stays: %s is refused", async (_what, change) => {
  const drawId = await drawnDraw(aGiftDraft(await aGift(), 1));
  await expect(change(drawId)).rejects.toThrow("stays");
});
