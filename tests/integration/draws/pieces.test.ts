import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import type { DrawDraft } from "#app/modules/draws/draft.ts";
import { drawAlwaysWins } from "#app/modules/draws/draw-always-wins.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { changeDraw, createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import { pickByHand, returnRest } from "#app/modules/draws/pick-by-hand.server.ts";
import { findShortGifts } from "#app/modules/draws/prize-pieces.server.ts";
import {
  closePrizeTable,
  handOverTurn,
  keepTurnPrize,
  openPrizeTable,
} from "#app/modules/draws/prize-tables.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { handOverPrize, passPrizeOn } from "#app/modules/draws/settle-win.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aDraft, aKeeper, aVisit, BEFORE, drafted, VALUE, VALUE_DUE } from "../../support/draws.ts";
import { aGift, putOnShelf, shelvesOf, type TestGift } from "../../support/gifts.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;
const members: number[] = [];

beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
  for (let each = 0; each < 3; each++) {
    const { memberId } = await aMember();
    members.push(memberId);
    await aVisit(memberId);
  }
});
beforeEach(async () => expect(await verifyStock(db())).toEqual([]));

const nameless = { en: "", zh: "" };
/** A draw of which the first prize is a gift, so many of it, among three members. */
const withGift = ({ variantId }: TestGift, count: number, changes: Partial<DrawDraft> = {}) =>
  drafted(aDraft({ prizes: [{ title: nameless, count, variantId }], ...changes }));
const BY_HAND: Partial<DrawDraft> = { how: { pickedBy: { en: "A child", zh: "小朋友" } } };
const freeze = (drawId: number) => freezeDraw(drawId, keeper, BEFORE);

async function drawn(gift: TestGift, count: number): Promise<number> {
  const drawId = await withGift(gift, count);
  expect(await freeze(drawId)).toMatchObject({ ok: true });
  for (const reader of [keeper, await aKeeper()]) {
    await readDrawValue({ drawId, typed: VALUE }, reader, VALUE_DUE);
  }
  return drawId;
}
const winsOf = (drawId: number) =>
  db().drawWin.findMany({ where: { drawId }, orderBy: { position: "asc" } });
/** On hand and promised, over all shelves; the books agree. */
async function lies({ itemId }: TestGift): Promise<[number, number]> {
  expect(await verifyStock(db())).toEqual([]);
  const { onHand, reserved } = await shelvesOf(itemId);
  return [onHand, reserved];
}
const take = ({ itemId }: TestGift, pieces: number) =>
  takeOutStock(
    { itemId, storeId: null, pieces, reason: "Broken", requestKey: randomUUID() },
    keeper,
  );

describe("a prize that is a gift", () => {
  test("is called as the gift is, unless it has words of its own", async () => {
    const gift = await aGift({ titleEn: "Silver pen", titleZh: "银笔" });
    const drawId = await withGift(gift, 1);
    const kept = await loadKeptDraw(db(), drawId, 0);
    expect(kept?.draft.prizes).toEqual([
      { title: { en: "Silver pen", zh: "银笔" }, count: 1, variantId: gift.variantId },
    ]);
  });

  test("is none that is sent by parcel, is archived, or is not there", async () => {
    const parcel = await aGift({ fulfilment: "ship" });
    const gone = await aGift({ archivedAt: new Date() });
    for (const variantId of [parcel.variantId, gone.variantId, 999_999]) {
      const draft = aDraft({ prizes: [{ title: nameless, count: 1, variantId }] });
      expect(await createDraw(draft, randomUUID(), keeper)).toBeNull();
      const drawId = await drafted();
      expect(await changeDraw(drawId, draft)).toBe("no-such-gift");
      expect((await loadKeptDraw(db(), drawId, 0))?.draft.prizes).toEqual(aDraft().prizes);
    }
  });

  test("is kept from freezing on, taken when handed over, and tells of itself in the movements", async () => {
    const gift = await aGift({ pieces: 5 });
    const drawId = await drawn(gift, 2);
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
    const drawId = await drawn(gift, 2);
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
    const drawId = await withGift(gift, 1, { entrants: { of: "visits", ...days, perVisit: true } });
    await freeze(drawId);
    for (const reader of [keeper, await aKeeper()]) {
      await readDrawValue({ drawId, typed: VALUE }, reader, VALUE_DUE);
    }
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
    await drawn(gift, 5);
    expect(await lies(gift)).toEqual([9, 3]);
    const off = await withGift(gift, 4);
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
    const drawId = await withGift(gift, 3, {
      entrants: { of: "visits", ...days, perVisit: false },
    });
    await freeze(drawId);
    for (const reader of [keeper, await aKeeper()]) {
      await readDrawValue({ drawId, typed: VALUE }, reader, VALUE_DUE);
    }
    expect(await winsOf(drawId)).toHaveLength(1);
    expect(await lies(gift)).toEqual([3, 1]);
  });

  test("that a count found missing is not handed over, until there is one again", async () => {
    const gift = await aGift({ pieces: 1 });
    const drawId = await drawn(gift, 1);
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

describe("too few pieces", () => {
  test("are said before, named, and nothing of the draw is frozen", async () => {
    const [pen, cup] = [await aGift({ pieces: 3 }), await aGift({ pieces: 1 })];
    const sharing = await aGift({ pieces: 0 });
    await db().giftVariant.update({
      where: { id: sharing.variantId },
      data: { stockItemId: pen.itemId },
    });
    const prizes = [
      { title: nameless, count: 2, variantId: pen.variantId },
      { title: nameless, count: 1, variantId: cup.variantId },
      { title: nameless, count: 2, variantId: sharing.variantId },
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
    const drawId = await withGift(gift, 3);
    expect(await freeze(drawId)).toMatchObject({ ok: true });
    expect(await lies(gift)).toEqual([3, 3]);
  });

  test("of twenty draws that race for the last piece one is frozen", async () => {
    const gift = await aGift({ pieces: 1 });
    const draws = await Promise.all(Array.from({ length: 20 }, () => withGift(gift, 1)));
    const answers = await Promise.all(draws.map(freeze));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toBe("too-few");
    expect(await lies(gift)).toEqual([1, 1]);
    expect(await db().drawPiece.count({ where: { drawId: { in: draws } } })).toBe(1);
    expect(await db().drawEntry.count({ where: { drawId: { in: draws } } })).toBe(3);
  });
});

describe("in a draw by hand", () => {
  const frozenByHand = async (gift: TestGift, count: number) => {
    const drawId = await withGift(gift, count, BY_HAND);
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
    const computed = await drawn(await aGift(), 1);
    expect(await returnRest(computed, keeper)).toEqual({ ok: false, refusal: "no-such-draw" });
  });
});

describe("a table from which every turn wins", () => {
  const title = { en: "Delivery", zh: "交车" };
  const endless = { title: { en: "Umbrella", zh: "雨伞" }, weight: 1, pieces: null };
  const open = ({ variantId }: TestGift, pieces: number, requestKey = randomUUID()) =>
    openPrizeTable(
      {
        ...{ title, requestKey },
        prizes: [
          { title: nameless, weight: 1_000, pieces, variantId },
          { ...endless, variantId: null },
        ],
      },
      keeper,
    );
  const opened = async (gift: TestGift, pieces: number) => {
    const answer = await open(gift, pieces);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.tableId;
  };
  const turn = async (tableId: number, key: string) => {
    const won = await inRetriedTransaction((tx) =>
      drawAlwaysWins(tx, { tableId, key, memberId: null }),
    );
    if (!won.ok) throw new Error(won.refusal);
    return won;
  };

  test("keeps its gifts while it is open, and sets free what nobody won", async () => {
    const gift = await aGift({ pieces: 3, titleEn: "Travel mug" });
    const tableId = await opened(gift, 3);
    expect(await lies(gift)).toEqual([3, 3]);
    const won = [];
    for (let each = 1; won.length < 2; each++) {
      const one = await turn(tableId, `lead:${each}`);
      if (one.prize.en === "Travel mug") won.push(one.turnId);
    }
    const [first = 0, second = 0] = won;
    expect([await handOverTurn(second, keeper), await handOverTurn(second, keeper)]).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await lies(gift)).toEqual([2, 2]);
    await closePrizeTable(tableId, keeper);
    expect(await lies(gift)).toEqual([2, 1]);
    expect([await keepTurnPrize(first, keeper), await keepTurnPrize(first, keeper)]).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await lies(gift)).toEqual([2, 0]);
    const settled = { ok: false, refusal: "settled" };
    expect(await handOverTurn(first, keeper)).toEqual(settled);
    expect(await keepTurnPrize(second, keeper)).toEqual(settled);
    expect(await keepTurnPrize(999_999, keeper)).toEqual(settled);
    const table = (await loadPrizeTables(db())).find(({ id }) => id === tableId);
    const states = new Map(table?.turns.map(({ id, piece }) => [id, piece]));
    expect([states.get(first), states.get(second)]).toEqual(["ended", "taken"]);
  });

  test("is not opened over too few pieces, twice, or with a gift that is none", async () => {
    const gift = await aGift({ pieces: 2 });
    expect(await open(gift, 3)).toMatchObject({
      refusal: "too-few",
      short: [{ wanted: 3, free: 2 }],
    });
    expect(await open({ ...gift, variantId: 999_999 }, 1)).toMatchObject({
      refusal: "no-such-gift",
    });
    expect(await lies(gift)).toEqual([2, 0]);
    const key = randomUUID();
    expect(await open(gift, 2, key)).toEqual(await open(gift, 2, key));
    expect(await lies(gift)).toEqual([2, 2]);
  });

  test("of twenty that are opened at once over the last piece one is", async () => {
    const gift = await aGift({ pieces: 1 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(gift, 1)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await lies(gift)).toEqual([1, 1]);
  });

  test("of two who hand a turn's prize over and keep it at once, one does", async () => {
    const gift = await aGift({ pieces: 1 });
    const tableId = await opened(gift, 1);
    let won = await turn(tableId, "lead:1");
    for (let each = 2; won.prize.en === "Umbrella"; each++)
      won = await turn(tableId, `lead:${each}`);
    const answers = await Promise.all([
      handOverTurn(won.turnId, keeper),
      keepTurnPrize(won.turnId, keeper),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [onHand, reserved] = await lies(gift);
    expect([onHand, reserved]).toEqual([answers[0]?.ok ? 0 : 1, 0]);
  });
});

test.each([
  [
    "another piece",
    (drawId: number) => db().drawPiece.updateMany({ where: { drawId }, data: { piece: 7 } }),
  ],
  ["none", (drawId: number) => db().drawPiece.deleteMany({ where: { drawId } })],
])("what was kept when a list was closed stays: %s is refused", async (_what, change) => {
  const drawId = await drawn(await aGift(), 1);
  await expect(change(drawId)).rejects.toThrow("stays");
});
