import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import {
  closePrizeTable,
  handOverTurn,
  keepTurnPrize,
  undoTurnHandOver,
} from "#app/modules/draws/prize-tables.server.ts";
import {
  handOverPrize,
  passPrizeOn,
  undoPrizeHandOver,
} from "#app/modules/draws/settle-win.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGiftDraft,
  aKeeper,
  aPrizeTable,
  aTurn,
  drawnDraw,
  lies,
  openGiftTable,
  VALUE_DUE,
  visitors,
  winsOf,
} from "../../support/draws.ts";
import { aGift, putOnShelf, type TestGift } from "../../support/gifts.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;
let members: number[] = [];
beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
  members = await visitors(3);
});

const DONE = { ok: true };
const SETTLED = { ok: false, refusal: "settled" };
const reason = "The wrong winner";
/** When it is handed over, and again. */
const [AT, LATER] = [new Date("2026-12-28T02:00:00Z"), new Date("2026-12-28T03:00:00Z")] as const;
const said = (action: string, subject: string) =>
  db().auditEntry.findMany({ where: { action, subject }, orderBy: { id: "asc" } });

describe("a draw's prize that was handed over by mistake", () => {
  const oneGift = async () => {
    const gift = await aGift({ pieces: 2 });
    const drawId = await drawnDraw(aGiftDraft(gift, 1));
    const [win] = await winsOf(drawId);
    const of = { drawId, winId: win?.id ?? 0 };
    return {
      ...{ gift, of },
      hand: (now = AT) => handOverPrize(of, keeper, now),
      undo: async () => undoPrizeHandOver({ ...of, at: AT, reason }, await aKeeper()),
    };
  };
  const stateOf = async ({ drawId }: { drawId: number }) =>
    (await winsOf(drawId)).map(({ state, decidedAt, decidedBy }) => [state, decidedAt, decidedBy]);

  test("lies on its shelf again, promised to the same winner, and may be handed over anew", async () => {
    const { gift, of, hand, undo } = await oneGift();
    expect(await undo()).toEqual(DONE);
    expect(await lies(gift)).toEqual([2, 1]);
    await hand();
    expect(await lies(gift)).toEqual([1, 0]);
    expect([await undo(), await undo()]).toEqual([DONE, DONE]);
    expect(await lies(gift)).toEqual([2, 1]);
    expect(await stateOf(of)).toEqual([["won", null, null]]);
    const [win] = await winsOf(of.drawId);
    expect(await said("draw.hand-over-undone", `draw:${of.drawId}`)).toMatchObject([
      { detail: { entry: win?.entry.entry, reason } },
    ]);
    expect(await hand()).toEqual(DONE);
    expect(await lies(gift)).toEqual([1, 0]);
  });

  test("can go to the next afterwards, and then is nothing to take back", async () => {
    const { gift, of, hand, undo } = await oneGift();
    await hand();
    await undo();
    expect(await passPrizeOn({ ...of, why: "declined" }, keeper, VALUE_DUE)).toMatchObject({
      ...{ ok: true, next: expect.any(String) },
    });
    expect(await undo()).toEqual(SETTLED);
    expect(await lies(gift)).toEqual([2, 1]);
    const nobody = { drawId: of.drawId, winId: 999_999, at: AT, reason };
    expect(await undoPrizeHandOver(nobody, keeper)).toEqual(SETTLED);
    expect(await undoPrizeHandOver({ ...nobody, drawId: 999_999 }, keeper)).toEqual(SETTLED);
  });

  test("is taken back though its winner has left since, and then goes to the next", async () => {
    const { gift, of, hand, undo } = await oneGift();
    await hand();
    for (const memberId of members) await eraseEntries(db(), memberId);
    expect(await undo()).toEqual(DONE);
    expect(await lies(gift)).toEqual([2, 1]);
    expect(await passPrizeOn({ ...of, why: "left" }, keeper, VALUE_DUE)).toMatchObject(DONE);
  });

  test("comes back to the shelf that it was taken from", async () => {
    const { gift, hand, undo } = await oneGift();
    const store = await db().store.create({ data: { name: "分店" } });
    await putOnShelf(gift.itemId, 1, store.id);
    await hand();
    await undo();
    const movements = await db().stockMovement.findMany({
      where: { itemId: gift.itemId, purpose: "draw-prize" },
      orderBy: { id: "asc" },
    });
    expect(movements.map(({ kind, storeId }) => [kind, storeId])).toEqual([
      ["reserve", null],
      ["hand-over", null],
      ["return", null],
      ["reserve", null],
    ]);
  });

  test("that is words alone is to hand over again", async () => {
    const drawId = await drawnDraw();
    const [win] = await winsOf(drawId);
    const of = { drawId, winId: win?.id ?? 0 };
    await handOverPrize(of, keeper, AT);
    expect(await undoPrizeHandOver({ ...of, at: AT, reason }, keeper)).toEqual(DONE);
    expect((await stateOf(of))[0]).toEqual(["won", null, null]);
  });

  test("stays handed over where the answer was lost, and a colleague has handed it over since", async () => {
    const { gift, of, hand, undo } = await oneGift();
    await hand();
    await undo();
    await hand(LATER);
    expect(await undo()).toEqual(SETTLED);
    expect((await stateOf(of))[0]).toEqual(["handed-over", LATER, keeper.by]);
    expect(await lies(gift)).toEqual([1, 0]);
  });

  test("handed over and taken back by twenty at once is one or the other, and so are its pieces", async () => {
    const { gift, of, hand, undo } = await oneGift();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, each) => (each % 2 === 0 ? hand() : undo())),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const [state] = (await stateOf(of))[0] ?? [];
    expect(await lies(gift)).toEqual(state === "won" ? [2, 1] : [1, 0]);
    const subject = `draw:${of.drawId}`;
    const [handed, undone] = [
      await said("draw.handed-over", subject),
      await said("draw.hand-over-undone", subject),
    ];
    expect(handed.length - undone.length).toBe(state === "won" ? 0 : 1);
  });

  test("taken back and passed on at once stays with its winner or goes to the next", async () => {
    const { gift, of, hand, undo } = await oneGift();
    await hand();
    const [back, passed] = await Promise.all([
      undo(),
      passPrizeOn({ ...of, why: "declined" }, keeper, VALUE_DUE),
    ]);
    expect(back).toEqual(DONE);
    expect((await winsOf(of.drawId)).length).toBe(passed.ok ? 2 : 1);
    expect(await lies(gift)).toEqual([2, 1]);
  });
});

describe("what a turn won that was handed over by mistake", () => {
  const oneTurn = async (gift: TestGift) => {
    const opened = await openGiftTable(gift, 1, keeper);
    if (!opened.ok) throw new Error(opened.refusal);
    const { tableId } = opened;
    let turnId = 0;
    for (let each = 1; turnId === 0; each++) {
      const won = await aTurn(tableId, `lead:${each}`);
      if (won.prize.en !== "Umbrella") turnId = won.turnId;
    }
    return {
      ...{ tableId, turnId },
      hand: (now = AT) => handOverTurn(turnId, keeper, now),
      undo: async () => undoTurnHandOver({ turnId, at: AT, reason }, await aKeeper()),
    };
  };
  const rowOf = (id: number) => db().prizeTurn.findUniqueOrThrow({ where: { id } });

  test("lies on its shelf again, kept for the same turn, also once the table is closed", async () => {
    const gift = await aGift({ pieces: 2 });
    const { tableId, turnId, hand, undo } = await oneTurn(gift);
    expect(await undo()).toEqual(DONE);
    await hand();
    expect(await lies(gift)).toEqual([1, 0]);
    await closePrizeTable(tableId, keeper);
    expect([await undo(), await undo()]).toEqual([DONE, DONE]);
    expect(await lies(gift)).toEqual([2, 1]);
    expect(await rowOf(turnId)).toMatchObject({ handedOverAt: null, handedOverBy: null });
    expect(await said("prize-turn.hand-over-undone", `prize-table:${tableId}`)).toMatchObject([
      { detail: { draw: expect.any(String), reason } },
    ]);
    expect(await keepTurnPrize(turnId, keeper)).toEqual(DONE);
    expect(await undo()).toEqual(SETTLED);
    expect(await lies(gift)).toEqual([2, 0]);
    expect(await undoTurnHandOver({ turnId: 999_999, at: AT, reason }, keeper)).toEqual(SETTLED);
  });

  test("that is words alone is to hand over again", async () => {
    const { turnId } = await aTurn(await aPrizeTable(), "lead:1");
    await handOverTurn(turnId, keeper, AT);
    expect(await undoTurnHandOver({ turnId, at: AT, reason }, keeper)).toEqual(DONE);
    expect(await rowOf(turnId)).toMatchObject({ handedOverAt: null, handedOverBy: null });
    expect(await handOverTurn(turnId, keeper)).toEqual(DONE);
  });

  test("stays handed over where the answer was lost, and a colleague has handed it over since", async () => {
    const gift = await aGift({ pieces: 1 });
    const { turnId, hand, undo } = await oneTurn(gift);
    await hand();
    await undo();
    await hand(LATER);
    expect(await undo()).toEqual(SETTLED);
    expect(await rowOf(turnId)).toMatchObject({ handedOverAt: LATER });
    expect(await lies(gift)).toEqual([0, 0]);
  });

  test("handed over, taken back and kept by many at once is one of the three", async () => {
    const gift = await aGift({ pieces: 2 });
    const { tableId, turnId, hand, undo } = await oneTurn(gift);
    await Promise.all(
      Array.from({ length: 18 }, (_, each) =>
        [() => hand(), undo, () => keepTurnPrize(turnId, keeper)][each % 3]?.(),
      ),
    );
    const { handedOverAt } = await rowOf(turnId);
    const table = (await loadPrizeTables(db(), null, tableId))[0];
    const piece = table?.turns.find(({ id }) => id === turnId)?.piece;
    if (handedOverAt) expect([piece, await lies(gift)]).toEqual(["taken", [1, 0]]);
    else if (piece === "ended") expect(await lies(gift)).toEqual([2, 0]);
    else expect([piece, await lies(gift)]).toEqual(["promised", [2, 1]]);
  });
});
