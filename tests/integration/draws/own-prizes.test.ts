import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import {
  handOverTurn,
  keepTurnPrize,
  undoTurnHandOver,
} from "#app/modules/draws/prize-tables.server.ts";
import {
  handOverPrize,
  passPrizeOn,
  undoPrizeHandOver,
} from "#app/modules/draws/settle-win.server.ts";
import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGiftDraft,
  aKeeper,
  aPrizeTable,
  aTurn,
  aVisit,
  drawnDraw,
  lies,
  VALUE_DUE,
  winsOf,
} from "../../support/draws.ts";
import { aGift } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();

let colleague: Awaited<ReturnType<typeof aKeeper>>;
beforeAll(async () => {
  await ensureClub(db());
  colleague = await aKeeper();
});

const AT = new Date("2026-12-28T02:00:00Z");
let cars = 0;
/** `holder` has a car that `driver` drives too. */
async function shareACar(holder: TestMember, driver: TestMember, endedAt: Date | null = null) {
  cars += 1;
  const car = await db().car.create({ data: { plate: `粤K${10_000 + cars}` } });
  const { id: holdingId } = await db().carHolding.create({
    data: { carId: car.id, memberId: holder.memberId, startsAt: new Date("2024-03-01") },
  });
  const acceptedAt = new Date("2024-03-02");
  await db().coDriver.create({
    data: { holdingId, memberId: driver.memberId, acceptedAt, endedAt },
  });
}
const setPhone = ({ id }: { id: number }, phone: string) =>
  db().person.update({ where: { id }, data: { phone } });
const actorOf = ({ id }: { id: number }) => ({ by: id, address: "10.0.0.7" });
/** Some days of a year that no other draw of this file is about. */
let year = 1990;

describe("a family", () => {
  test("is who shares a car or a phone number, with all that they share further", async () => {
    const [one, two, three, former, stranger] = [
      await aMember(),
      await aMember(),
      await aMember(),
      await aMember(),
      await aMember(),
    ];
    await shareACar(one, two);
    await shareACar(one, former, new Date("2025-01-01"));
    await setPhone(two, "+8613900000001");
    await setPhone(three, "+8613900000001");
    const all = new Set([one, two, three].map(({ memberId }) => memberId));
    for (const { id } of [one, two, three]) expect(await ownFamily(db(), id)).toEqual(all);
    for (const { id, memberId } of [former, stranger]) {
      expect(await ownFamily(db(), id)).toEqual(new Set([memberId]));
    }
  });

  test("of somebody of the staff who is no member is who has their phone number", async () => {
    const staff = await aPerson({ roles: ["desk"] });
    expect(await ownFamily(db(), staff.id)).toEqual(new Set());
    const spouse = await aMember();
    await setPhone(staff, "+8613900000002");
    await setPhone(spouse, "+8613900000002");
    expect(await ownFamily(db(), staff.id)).toEqual(new Set([spouse.memberId]));
  });
});

/** A draw among some members, of whom as many win as it has pieces. */
async function wonBy(members: readonly TestMember[], pieces: number) {
  year += 1;
  for (const { memberId } of members) {
    await aVisit(memberId, { settledAt: new Date(`${year}-06-01T02:00:00Z`) });
  }
  const gift = await aGift({ pieces });
  const days = { from: `${year}-06-01`, through: `${year}-06-01` };
  const entrants = { of: "visits", ...days, perVisit: false } as const;
  const drawId = await drawnDraw(aGiftDraft(gift, pieces, { entrants }));
  return { gift, drawId, winId: (await winsOf(drawId))[0]?.id ?? 0 };
}

describe("one's own prize of a draw", () => {
  const reason = "A mistake";
  const OWN = { ok: false, refusal: "own" };

  test.each(["a winner who has become staff", "a winner's family"])(
    "is not settled by %s",
    async (who) => {
      const winner = await aMember();
      const { gift, drawId, winId } = await wonBy([winner], 1);
      const staff = who === "a winner's family" ? await aMember() : winner;
      if (staff !== winner) await shareACar(staff, winner);
      const self = actorOf(staff);
      const of = { drawId, winId };
      expect((await loadKeptDraw(db(), drawId, staff.id))?.wins).toMatchObject([{ isOwn: true }]);
      expect((await loadKeptDraw(db(), drawId, colleague.by))?.wins).toMatchObject([
        { isOwn: false },
      ]);
      expect(await handOverPrize(of, self)).toEqual(OWN);
      expect(await passPrizeOn({ ...of, why: "declined" }, self, VALUE_DUE)).toEqual(OWN);
      expect(await lies(gift)).toEqual([1, 1]);
      expect(await handOverPrize(of, colleague, AT)).toEqual({ ok: true });
      expect(await handOverPrize(of, self)).toEqual(OWN);
      expect(await undoPrizeHandOver({ ...of, at: AT, reason }, self)).toEqual(OWN);
      expect(await lies(gift)).toEqual([0, 0]);
      expect(await undoPrizeHandOver({ ...of, at: AT, reason }, colleague)).toEqual({ ok: true });
      expect(await lies(gift)).toEqual([1, 1]);
    },
  );

  test("is not got by passing another's on: a colleague does that, and nothing has changed", async () => {
    const [one, two] = [await aMember(), await aMember()];
    const { gift, drawId, winId } = await wonBy([one, two], 1);
    const [win] = await winsOf(drawId);
    const next = win?.entry.memberId === one.memberId ? two : one;
    const pass = { drawId, winId, why: "declined" } as const;
    expect(await passPrizeOn(pass, actorOf(next), VALUE_DUE)).toEqual({
      ...{ ok: false, refusal: "own-next" },
    });
    expect(await winsOf(drawId)).toMatchObject([{ id: winId, state: "won" }]);
    expect(
      await db().auditEntry.count({
        where: { action: "draw.passed-on", subject: `draw:${drawId}` },
      }),
    ).toBe(0);
    expect(await passPrizeOn(pass, colleague, VALUE_DUE)).toMatchObject({ ok: true });
    expect(await lies(gift)).toEqual([1, 1]);
  });

  test("is nobody's own once its winner has left", async () => {
    const winner = await aMember();
    const { drawId, winId } = await wonBy([winner], 1);
    await eraseEntries(db(), winner.memberId);
    const kept = await loadKeptDraw(db(), drawId, winner.id);
    expect(kept?.wins).toMatchObject([{ isOwn: false, name: null }]);
    expect(await passPrizeOn({ drawId, winId, why: "left" }, colleague, VALUE_DUE)).toMatchObject({
      ok: true,
    });
  });
});

test("what one's own turn won is handed over, taken back and kept by a colleague", async () => {
  const OWN = { ok: false, refusal: "own" };
  const winner = await aMember();
  const spouse = await aMember();
  await shareACar(winner, spouse);
  const tableId = await aPrizeTable();
  const { turnId } = await aTurn(tableId, "lead:1", winner.memberId);
  const nobodys = await aTurn(tableId, "lead:2");
  for (const who of [winner, spouse]) {
    const [table] = await loadPrizeTables(db(), who.id, tableId);
    expect(table?.turns.map(({ isOwn }) => isOwn)).toEqual([false, true]);
    expect(await handOverTurn(turnId, actorOf(who))).toEqual(OWN);
    expect(await keepTurnPrize(turnId, actorOf(who))).toEqual(OWN);
  }
  expect(await handOverTurn(nobodys.turnId, actorOf(winner))).toEqual({ ok: true });
  expect(await handOverTurn(turnId, colleague, AT)).toEqual({ ok: true });
  expect(await undoTurnHandOver({ turnId, at: AT, reason: "No" }, actorOf(spouse))).toEqual(OWN);
  expect(await undoTurnHandOver({ turnId, at: AT, reason: "No" }, colleague)).toEqual({ ok: true });
});
