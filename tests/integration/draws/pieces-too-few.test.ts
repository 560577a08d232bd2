import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { findShortGifts } from "#app/modules/draws/prize-pieces.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aGiftDraft,
  aKeeper,
  BEFORE,
  drafted,
  lies,
  NAMELESS,
  visitors,
} from "../../support/draws.ts";
import { aGift, putOnShelf, type TestGift } from "../../support/gifts.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;

beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
  await visitors(3);
});
beforeEach(async () => expect(await verifyStock(db())).toEqual([]));

const freeze = (drawId: number) => freezeDraw(drawId, keeper, BEFORE);

describe("too few pieces", () => {
  test("are said before, named, and nothing of the draw is frozen", async () => {
    const [pen, cup] = [await aGift({ pieces: 3 }), await aGift({ pieces: 1 })];
    const sharing = await aGift({ pieces: 0 });
    await db().giftVariant.update({
      where: { id: sharing.variantId },
      data: { stockItemId: pen.itemId },
    });
    const prizes = [
      { title: NAMELESS, count: 2, variantId: pen.variantId },
      { title: NAMELESS, count: 1, variantId: cup.variantId },
      { title: NAMELESS, count: 2, variantId: sharing.variantId },
      { title: { en: "A walk", zh: "散步" }, count: 9, variantId: null },
    ];
    const drawId = await drafted(aDraft({ prizes }));
    const titleOf = async ({ giftId }: TestGift) =>
      (await db().gift.findUniqueOrThrow({ where: { id: giftId } })).titleEn;
    const named = `${await titleOf(pen)}, ${await titleOf(sharing)}`;
    const short = [{ title: expect.objectContaining({ en: named }), wanted: 4, free: 3 }];
    expect(await findShortGifts(db(), prizes)).toEqual(short);
    expect(await freeze(drawId)).toEqual({ ok: false, refusal: "too-few", short });
    const draw = await db().draw.findUniqueOrThrow({
      where: { id: drawId },
      include: { entries: true, pieces: true },
    });
    expect(draw).toMatchObject({ state: "draft", entries: [], pieces: [] });
    expect(await lies(cup)).toEqual([1, 0]);
    await putOnShelf(pen.itemId, 1);
    expect(await findShortGifts(db(), prizes)).toEqual([]);
    expect(await freeze(drawId)).toMatchObject({ ok: true });
    expect([await lies(pen), await lies(cup)]).toEqual([
      [4, 4],
      [1, 1],
    ]);
  });

  test("are counted over all shelves", async () => {
    const gift = await aGift({ pieces: 1 });
    const store = await db().store.create({ data: { name: `分店 ${randomUUID()}` } });
    await putOnShelf(gift.itemId, 2, store.id);
    const drawId = await drafted(aGiftDraft(gift, 3));
    expect(await freeze(drawId)).toMatchObject({ ok: true });
    expect(await lies(gift)).toEqual([3, 3]);
  });

  test("of twenty draws that race for the last piece one is frozen", async () => {
    const gift = await aGift({ pieces: 1 });
    const draws = await Promise.all(Array.from({ length: 20 }, () => drafted(aGiftDraft(gift, 1))));
    const answers = await Promise.all(draws.map(freeze));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toBe("too-few");
    expect(await lies(gift)).toEqual([1, 1]);
    expect(await db().drawPiece.count({ where: { drawId: { in: draws } } })).toBe(1);
    expect(await db().drawEntry.count({ where: { drawId: { in: draws } } })).toBe(3);
  });
});
