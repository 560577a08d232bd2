import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { checkTable } from "#app/modules/draws/check-table.ts";
import {
  loadPrizePaper,
  loadPrizeTables,
  loadPublicPrizeTable,
} from "#app/modules/draws/load-prize-tables.server.ts";
import { eraseEntries, loadOwnTurns } from "#app/modules/draws/own-draws.server.ts";
import { prizeOfTurn, type TablePrize } from "#app/modules/draws/prize-table.ts";
import {
  closePrizeTable,
  handOverTurn,
  openPrizeTable,
} from "#app/modules/draws/prize-tables.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aKeeper, aPrizeTable, takeTurn } from "../../support/draws.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

beforeAll(() => ensureClub(db()));

test("every turn wins, and what has run out is won no more", async () => {
  const tableId = await aPrizeTable();
  const won = [];
  for (let turn = 1; turn <= 8; turn++) won.push(await takeTurn(tableId, `lead:${turn}`));
  const films = won.filter((each) => each.ok && each.prize.en === "Window film");
  expect(won.every(({ ok }) => ok)).toBe(true);
  expect(films).toHaveLength(2);
});

test("of ten turns at once the last piece is won once, and no turn is lost", async () => {
  const tableId = await aPrizeTable(1);
  const won = await Promise.all(
    Array.from({ length: 10 }, (_, place) => takeTurn(tableId, `lead:${place}`)),
  );
  expect(won.map((each) => (each.ok ? each.turn : 0)).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(won.filter((each) => each.ok && each.prize.en === "Window film")).toHaveLength(1);
});

test("a delivery that is told twice has one turn", async () => {
  const tableId = await aPrizeTable();
  const first = await takeTurn(tableId, "lead:7");
  expect(await takeTurn(tableId, "lead:7")).toEqual({ ...first, again: true });
  expect(await db().prizeTurn.count({ where: { tableId } })).toBe(1);
});

test("a table that could run out is not opened, and one form opens one", async () => {
  const keeper = await aKeeper();
  const title = { en: "Delivery", zh: "交车" };
  const film = { title, weight: 1, pieces: 5, variantId: null };
  const open = (prizes: TablePrize[]) =>
    openPrizeTable({ title, prizes, requestKey: "one-form" }, keeper);
  expect(await open([film])).toEqual({ ok: false, refusal: "endless" });
  const opened = await open([film, { ...film, pieces: null }]);
  expect(opened.ok).toBe(true);
  expect(await open([film, { ...film, pieces: null }])).toEqual(opened);
});

test("once closed it tells its seed, and every turn is what anybody works out", async () => {
  const tableId = await aPrizeTable(3);
  const keeper = await aKeeper();
  for (let turn = 1; turn <= 6; turn++) await takeTurn(tableId, `lead:${turn}`);
  const before = (await loadPrizeTables(db(), null)).find(({ id }) => id === tableId);
  expect(before?.seed).toBeNull();
  expect(await closePrizeTable(tableId, keeper)).toBe(true);
  expect(await closePrizeTable(tableId, keeper)).toBe(false);
  expect(await takeTurn(tableId, "lead:9")).toEqual({ ok: false, refusal: "closed" });
  expect(await takeTurn(tableId, "lead:3")).toMatchObject({ ok: true, turn: 3, again: true });
  const table = (await loadPrizeTables(db(), null)).find(({ id }) => id === tableId);
  const left = new Map((table?.prizes ?? []).map(({ id, pieces }) => [id, pieces]));
  for (const turn of [...(table?.turns ?? [])].reverse()) {
    const prizes = (table?.prizes ?? []).map((prize) => ({
      ...prize,
      left: left.get(prize.id) ?? null,
    }));
    const won = prizeOfTurn(prizes, {
      seed: String(table?.seed),
      fingerprint: String(table?.fingerprint),
      turn: turn.turn,
    });
    expect(turn.prize).toEqual(won.title);
    if (won.left !== null) left.set(won.id, won.left - 1);
  }
  const published = (await loadPublicPrizeTable(db(), tableId))?.published;
  const paper = String(await loadPrizePaper(db(), tableId));
  expect(published?.turnsInAll).toBe(6);
  expect(published && checkTable(paper, published).isRight).toBe(true);
});

test("more turns than a page shows are played again from the first", async () => {
  const tableId = await aPrizeTable(3);
  for (let turn = 1; turn <= 60; turn++) await takeTurn(tableId, `lead:${turn}`);
  expect((await loadPublicPrizeTable(db(), tableId))?.published).toBeNull();
  await closePrizeTable(tableId, await aKeeper());
  const published = (await loadPublicPrizeTable(db(), tableId))?.published;
  expect(published).toMatchObject({ turnsInAll: 60, turns: { length: 50 } });
  expect(published && checkTable(String(await loadPrizePaper(db(), tableId)), published)).toEqual({
    steps: { list: true, promise: true, seed: true, turns: true },
    isRight: true,
  });
});

test("who won sees it, has it handed over once, and is forgotten when they leave", async () => {
  const tableId = await aPrizeTable();
  const member = await aMember();
  const keeper = await aKeeper();
  const won = await takeTurn(tableId, "lead:1", member.memberId);
  const turnId = won.ok ? won.turnId : 0;
  expect(await loadOwnTurns(db(), member.memberId)).toMatchObject([{ handedOverAt: null }]);
  expect([await handOverTurn(turnId, keeper), await handOverTurn(turnId, keeper)]).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await handOverTurn(999_999, keeper)).toEqual({ ok: false, refusal: "settled" });
  const open = await loadPublicPrizeTable(db(), tableId);
  expect(open?.turns).toHaveLength(1);
  expect(JSON.stringify(open)).not.toContain(member.name);
  expect(await loadPublicPrizeTable(db(), 999_999)).toBeUndefined();
  expect(await db().auditEntry.count({ where: { action: "prize-turn.handed-over" } })).toBe(1);
  await eraseEntries(db(), member.memberId);
  expect(await loadOwnTurns(db(), member.memberId)).toEqual([]);
});

test.each([
  ["another prize", (id: number) => db().prizeTurn.update({ where: { id }, data: { turn: 99 } })],
  [
    "somebody else",
    (id: number) => db().prizeTurn.update({ where: { id }, data: { memberId: 1 } }),
  ],
  ["thrown away", (id: number) => db().prizeTurn.delete({ where: { id } })],
])("what a turn won stays: %s is refused", async (_what, change) => {
  const won = await takeTurn(await aPrizeTable(), "lead:1");
  await expect(change(won.ok ? won.turnId : 0)).rejects.toThrow("stays");
});

test("there is no turn at a table that is not there", async () => {
  expect(await takeTurn(999_999, "lead:1")).toEqual({ ok: false, refusal: "no-such-table" });
});
