import { beforeEach, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aRoll, bringRoll } from "../../support/imports.ts";
import { bring, owner, ownersJoin, vin } from "./orders-fixtures.ts";

freshDatabase();
beforeEach(ownersJoin);

test("a car is known by its VIN, else by its plate; a doubtful VIN is flagged and not kept", async () => {
  const wrong = "1HGCM82633A004353";
  const uncheckable = "WBAD25UT0J3095118";
  const answer = await bring(
    { number: "RO1", vin, plate: "" },
    { number: "RO2", vin: vin.toLowerCase(), plate: "京Z99999" },
    { number: "RO3", vin: wrong, plate: "沪·A 10000" },
    { number: "RO4", vin: wrong, plate: "" },
    { number: "RO5", vin: "JTH9MGK89H7063607", plate: "沪A10000" },
    { number: "RO6", vin: uncheckable, plate: "" },
  );
  expect(answer).toMatchObject({ counts: { outcomes: { new: 5, rejected: 1 } } });
  const orders = await db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } });
  expect(orders.map((order) => [order.memberId !== null, order.vin, order.vinDoubtful])).toEqual([
    [true, vin, false],
    [true, vin, false],
    [true, null, true],
    // The plate is the owner's, but the VIN says that it is another car.
    [false, "JTH9MGK89H7063607", false],
    [false, uncheckable, true],
  ]);
});

test("a European VIN is a car's that has it, whatever the plate; otherwise the plate says whose it is", async () => {
  const european = "WVWZZZ1JZ3W386752";
  const misread = "WVWZZZ1JZ3W386725";
  await bringRoll(
    aRoll({ number: "M00020008", email: "vw@marque.test", vin: european, plate: "" }),
  );
  await bring(
    { number: "RO1", vin: european, plate: "京Z99999" },
    { number: "RO2", vin: european, plate: "" },
    { number: "RO3", vin: misread, plate: "沪A10000" },
    { number: "RO4", vin: misread, plate: "京Z99998" },
  );
  const [orders, members] = await Promise.all([
    db().serviceOrder.findMany({ orderBy: { orderNumber: "asc" } }),
    db().member.findMany(),
  ]);
  const numberOf = (id: number | null) => members.find((each) => each.id === id)?.number ?? null;
  expect(orders.map(({ memberId }) => numberOf(memberId))).toEqual([
    "M00020008",
    "M00020008",
    owner,
    null,
  ]);
  // The same file again says nothing new.
  expect(await bring({ number: "RO1", vin: european, plate: "京Z99999" })).toMatchObject({
    counts: { outcomes: { unchanged: 1 } },
  });
});

test("an order of a car that nobody holds is kept, without points and with its odometer", async () => {
  await bring({ plate: "京Z99999", km: "12345 km" });
  expect(await db().serviceOrder.findFirst()).toMatchObject({
    memberId: null,
    carId: null,
    awardTxnId: null,
    odometerKm: 12_345,
    plate: "京Z99999",
  });
});
