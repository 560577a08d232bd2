import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aVisit, drawnDraw, drawRow, frozenDraw, VALUE, VALUE_DUE } from "../../support/draws.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

beforeAll(async () => {
  await ensureClub(db());
  for (let each = 0; each < 5; each++) await aVisit((await aMember()).memberId);
});

describe("what was frozen stays, whatever the program does", () => {
  test.each([
    ["another paper", (id: number) => db().draw.update({ where: { id }, data: { paper: "x" } })],
    [
      "another promise",
      (id: number) => db().draw.update({ where: { id }, data: { commitment: "0".repeat(64) } }),
    ],
    [
      "another public value",
      (id: number) => db().draw.update({ where: { id }, data: { valueReference: "2026-12-28" } }),
    ],
    [
      "back to a draft",
      (id: number) => db().draw.update({ where: { id }, data: { state: "draft" } }),
    ],
    [
      "a seed that was not promised",
      (id: number) =>
        db().draw.update({
          where: { id },
          data: { state: "drawn", drawnAt: VALUE_DUE, value: VALUE, seed: "f".repeat(64) },
        }),
    ],
    ["thrown away", (id: number) => db().draw.delete({ where: { id } })],
    [
      "one more entry",
      (drawId: number) =>
        db().drawEntry.create({
          data: { drawId, entry: "00000000", weight: 1, household: "00000000" },
        }),
    ],
    [
      "a heavier entry",
      (drawId: number) => db().drawEntry.updateMany({ where: { drawId }, data: { weight: 2 } }),
    ],
    [
      "somebody else's entry",
      (drawId: number) => db().drawEntry.updateMany({ where: { drawId }, data: { memberId: 1 } }),
    ],
    [
      "more prizes",
      (drawId: number) => db().drawPrize.updateMany({ where: { drawId }, data: { count: 9 } }),
    ],
  ])("%s is refused", async (_what, change) => {
    const drawId = await frozenDraw();
    const before = await drawRow(drawId);
    await expect(change(drawId)).rejects.toThrow();
    expect(await drawRow(drawId)).toEqual(before);
  });

  test("another result is refused once there is one", async () => {
    const id = await drawnDraw();
    await expect(db().draw.update({ where: { id }, data: { value: "1.00" } })).rejects.toThrow(
      "stays",
    );
    await expect(
      db().draw.update({ where: { id }, data: { state: "called-off", drawnAt: null } }),
    ).rejects.toThrow();
  });

  test("whose an entry was can be forgotten", async () => {
    const drawId = await frozenDraw();
    await db().drawEntry.updateMany({ where: { drawId }, data: { memberId: null } });
    expect((await drawRow(drawId)).entries.every(({ memberId }) => memberId === null)).toBe(true);
  });
});
