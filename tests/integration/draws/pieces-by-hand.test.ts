import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { pickByHand, returnRest } from "#app/modules/draws/pick-by-hand.server.ts";
import { handOverPrize, passPrizeOn } from "#app/modules/draws/settle-win.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGiftDraft,
  aKeeper,
  BEFORE,
  BY_HAND,
  drafted,
  drawnDraw,
  lies,
  VALUE_DUE,
  visitors,
  winsOf,
} from "../../support/draws.ts";
import { aGift, type TestGift } from "../../support/gifts.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;

beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
  await visitors(3);
});
beforeEach(async () => expect(await verifyStock(db())).toEqual([]));

const freeze = (drawId: number) => freezeDraw(drawId, keeper, BEFORE);

describe("in a draw by hand", () => {
  const frozenByHand = async (gift: TestGift, count: number) => {
    const drawId = await drafted(aGiftDraft(gift, count, BY_HAND));
    await freeze(drawId);
    const entries = await db().drawEntry.findMany({ where: { drawId }, orderBy: { id: "asc" } });
    const pick = (at: number) =>
      pickByHand({ drawId, entry: entries[at]?.entry ?? "" }, keeper, VALUE_DUE);
    return { drawId, pick };
  };

  test("what nobody can be picked for any more is free", async () => {
    const gift = await aGift({ pieces: 5 });
    const { drawId, pick } = await frozenByHand(gift, 5);
    await pick(0);
    await pick(1);
    expect(await lies(gift)).toEqual([5, 5]);
    expect(await pick(2)).toMatchObject({ ok: true });
    expect(await lies(gift)).toEqual([5, 3]);
    const [win] = await winsOf(drawId);
    await passPrizeOn({ drawId, winId: win?.id ?? 0, why: "declined" }, keeper);
    expect(await lies(gift)).toEqual([5, 2]);
  });

  test("of who calls it off and who picks at once, one does", async () => {
    const gift = await aGift({ pieces: 2 });
    const { drawId, pick } = await frozenByHand(gift, 2);
    const reason = { en: "No", zh: "不" };
    const [off, picked] = await Promise.all([
      callOffDraw({ drawId, reason }, keeper, VALUE_DUE),
      pick(0),
    ]);
    expect([off.ok, picked.ok].sort()).toEqual([false, true]);
    expect(await lies(gift)).toEqual([2, off.ok ? 0 : 2]);
  });

  test("staff say that nobody more is picked, once and for good", async () => {
    const gift = await aGift({ pieces: 2 });
    const { drawId, pick } = await frozenByHand(gift, 2);
    expect(await returnRest(drawId, keeper)).toEqual({ ok: false, refusal: "not-frozen" });
    await pick(0);
    expect((await loadKeptDraw(db(), drawId, 0))?.freePieces).toBe(1);
    expect(await returnRest(drawId, keeper)).toEqual({ ok: true, pieces: 1 });
    expect(await returnRest(drawId, keeper)).toEqual({ ok: true, pieces: 0 });
    expect(await lies(gift)).toEqual([2, 1]);
    expect(await pick(1)).toEqual({ ok: false, refusal: "all-given" });
    const computed = await drawnDraw(aGiftDraft(await aGift(), 1));
    expect(await returnRest(computed, keeper)).toEqual({ ok: false, refusal: "no-such-draw" });
  });

  test.each(["is picked for again", "is returned"])(
    "what is passed on after nobody more was to be picked %s",
    async (what) => {
      const gift = await aGift({ pieces: 3 });
      const { drawId, pick } = await frozenByHand(gift, 3);
      await pick(0);
      await returnRest(drawId, keeper);
      expect(await lies(gift)).toEqual([3, 1]);
      expect(await pick(1)).toEqual({ ok: false, refusal: "all-given" });
      const [win] = await winsOf(drawId);
      await passPrizeOn({ drawId, winId: win?.id ?? 0, why: "declined" }, keeper, VALUE_DUE);
      expect(await lies(gift)).toEqual([3, 1]);
      expect((await loadKeptDraw(db(), drawId, 0))?.freePieces).toBe(1);
      if (what === "is returned") {
        expect(await returnRest(drawId, keeper)).toEqual({ ok: true, pieces: 1 });
        expect(await lies(gift)).toEqual([3, 0]);
      } else {
        expect(await pick(1)).toEqual({ ok: true, piece: win?.piece });
        expect(await lies(gift)).toEqual([3, 1]);
        const next = (await winsOf(drawId))[1];
        expect(await handOverPrize({ drawId, winId: next?.id ?? 0 }, keeper)).toEqual({ ok: true });
        expect(await lies(gift)).toEqual([2, 0]);
      }
      // What was returned before is picked for no more.
      expect(await pick(2)).toEqual({ ok: false, refusal: "all-given" });
    },
  );
});
