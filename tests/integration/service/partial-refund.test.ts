import { beforeEach, describe, expect, test } from "vitest";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aRoll, bringRoll, expectSoundBooks, importDay } from "../../support/imports.ts";
import { aSpend } from "../../support/ledger-fixtures.ts";
import { takeBack } from "../../support/reversals.ts";
import { bring, owner, ownersJoin, pointsOf, statementOf } from "./orders-fixtures.ts";

freshDatabase();
beforeEach(ownersJoin);

describe("a partial refund", () => {
  const titles = async () =>
    (await statementOf(owner)).map(({ kind, points, meta }) => [
      kind,
      points,
      "reason" in meta ? meta.reason : null,
    ]);

  test("takes the points of its part, and the order lives on", async () => {
    await bring({ number: "RO1" });
    const answer = await bring({ number: "RO1", paid: -100 });
    expect(answer).toMatchObject({ counts: { outcomes: { corrected: 1, reversed: 0 } } });
    expect(await pointsOf(owner)).toEqual({ available: 90, pending: 0, status: 90 });
    expect(await titles()).toEqual([
      ["earn", 90, null],
      ["reverse", -100, "order-refunded"],
      ["earn", 100, null],
    ]);
    expect((await statementOf(owner))[0]?.meta).toMatchObject({
      paidMinor: 90_000,
      refundedMinor: 10_000,
    });
    expect(await db().serviceOrder.findFirst()).toMatchObject({
      state: "settled",
      paidMinor: 100_000,
      refundedMinor: 10_000,
    });
    await expectSoundBooks();
  });

  test("again changes nothing; other parts go on to the whole", async () => {
    await bring({ number: "RO1" }, { number: "RO1", paid: -100 });
    const again = await bring(
      { number: "RO1", paid: -100 },
      { number: "RO1", paid: -100, remark: "红冲" },
    );
    expect(again).toMatchObject({ counts: { outcomes: { unchanged: 2 }, pointsTakenBack: 0 } });
    await bring({ number: "RO1", paid: -250, on: "2026-03-20" });
    expect(await pointsOf(owner)).toMatchObject({ available: 65 });
    expect(await bring({ number: "RO1", paid: -650 })).toMatchObject({
      counts: { outcomes: { reversed: 1 } },
    });
    expect(await pointsOf(owner)).toMatchObject({ available: 0, status: 0 });
    expect(await db().serviceOrder.findFirst()).toMatchObject({ state: "reversed" });
    await expectSoundBooks();
  });

  test("of more than the whole leaves nothing, never less, and says so", async () => {
    await bring({ number: "RO1" });
    const { importId } = await bring({ number: "RO1", paid: -1200 });
    expect(await pointsOf(owner)).toMatchObject({ available: 0, status: 0 });
    expect(await db().importRow.findFirst({ where: { importId } })).toMatchObject({
      outcome: "reversed",
      detail: { notes: ["refund-too-large"] },
    });
  });

  test("stays taken off when the order is corrected, and comes off an order that comes after it", async () => {
    await bring({ number: "RO1" }, { number: "RO1", paid: -100 });
    await bring({ number: "RO1", paid: 1500, remark: "更正" });
    expect(await pointsOf(owner)).toMatchObject({ available: 140 });
    await bring({ number: "RO2", paid: -100 });
    await bring({ number: "RO2" });
    expect(await pointsOf(owner)).toMatchObject({ available: 230 });
    await expectSoundBooks();
  });

  test("of points that were spent makes a debt of its part alone", async () => {
    await bring({});
    const { accountId } = await db().member.findUniqueOrThrow({ where: { number: owner } });
    await spendPoints(db(), aSpend(Number(accountId), 95), importDay);
    await bring({ paid: -100 });
    expect(await loadBalance(db(), Number(accountId), importDay)).toMatchObject({
      available: 0,
      debt: 5,
    });
  });

  test("of an order on account waits with it, and is judged by the rest", async () => {
    await bring({ number: "RO1", payment: "挂账" }, { number: "RO1", paid: -100 });
    expect(await pointsOf(owner)).toMatchObject({ pending: 90 });
    await bring({ number: "RO1", payment: "现金", remark: "更正" });
    expect(await pointsOf(owner)).toMatchObject({ available: 90, pending: 0 });
  });

  test("leaves an order with the car of its European VIN, whatever plate stood beside it", async () => {
    const european = "WVWZZZ1JZ3W386752";
    await bringRoll(
      aRoll(
        { number: "M00010025", email: "vw@marque.test", vin: european, plate: "沪A20000" },
        { number: "M00010033", email: "plate@marque.test", plate: "沪A30000" },
      ),
    );
    const order = { number: "RO1", vin: european, plate: "沪A30000" };
    await bring(order);
    await bring({ ...order, paid: -100 });
    expect(await pointsOf("M00010025")).toMatchObject({ available: 90 });
    expect(await pointsOf("M00010033")).toMatchObject({ available: 0 });
  });

  test("is taken back with its import", async () => {
    await bring({});
    const { importId } = await bring({ paid: -100 });
    await takeBack(importId);
    expect(await pointsOf(owner)).toMatchObject({ available: 100 });
    expect(await db().serviceOrder.findFirst()).toMatchObject({ refundedMinor: 0 });
    await expectSoundBooks();
  });
});
