import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import {
  closePrizeTable,
  handOverTurn,
  keepTurnPrize,
} from "#app/modules/draws/prize-tables.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aKeeper, aTurn, lies, openGiftTable } from "../../support/draws.ts";
import { aGift, type TestGift } from "../../support/gifts.ts";

testDatabase();

let keeper: Awaited<ReturnType<typeof aKeeper>>;

beforeAll(async () => {
  await ensureClub(db());
  keeper = await aKeeper();
});
beforeEach(async () => expect(await verifyStock(db())).toEqual([]));

describe("a table from which every turn wins", () => {
  const open = (gift: TestGift, pieces: number, requestKey = randomUUID() as string) =>
    openGiftTable(gift, pieces, keeper, { requestKey });
  const opened = async (gift: TestGift, pieces: number) => {
    const answer = await open(gift, pieces);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.tableId;
  };

  test("keeps its gifts while it is open, and sets free what nobody won", async () => {
    const gift = await aGift({ pieces: 3, titleEn: "Travel mug" });
    const tableId = await opened(gift, 3);
    expect(await lies(gift)).toEqual([3, 3]);
    const won = [];
    for (let each = 1; won.length < 2; each++) {
      const one = await aTurn(tableId, `lead:${each}`);
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
    const table = (await loadPrizeTables(db(), null)).find(({ id }) => id === tableId);
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
    let won = await aTurn(tableId, "lead:1");
    for (let each = 2; won.prize.en === "Umbrella"; each++)
      won = await aTurn(tableId, `lead:${each}`);
    const answers = await Promise.all([
      handOverTurn(won.turnId, keeper),
      keepTurnPrize(won.turnId, keeper),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [onHand, reserved] = await lies(gift);
    expect([onHand, reserved]).toEqual([answers[0]?.ok ? 0 : 1, 0]);
  });
});
