import { beforeEach, describe, expect, test } from "vitest";
import { adoptLateOrders } from "#app/modules/garage/adopt-late-orders.server.ts";
import { grantCarClaim } from "#app/modules/garage/decide-car-claim.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource, type TableSource } from "#app/platform/table-file.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { brings, daysAgo, ordersCome, ownerOf } from "../../support/garage.ts";
import { anExport, bringOrders } from "../../support/imports.ts";
import { aMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";
import { aDesk, available, type Desk, today } from "./alone-fixtures.ts";

// What one person of the desk can give themselves by files of orders that they bring in.

freshDatabase();

let desk: Desk;

beforeEach(async () => {
  desk = await aDesk();
});

describe("a file of orders", () => {
  test("gives whoever brings it in nothing for their own cars, and everybody else what is theirs", async () => {
    const self = await aMember({ roles: ["desk"] });
    const sold = await aCar(self, { plate: "沪A10003" });
    await db().carHolding.updateMany({
      where: { carId: sold },
      data: { endsAt: new Date(), endCause: "sold" },
    });
    await aCar(self, { plate: "沪A10004" });
    const file = anExport(
      { number: "MINE", plate: "沪A·10004", on: daysAgo(3), paid: 9_000 },
      { number: "MINE-ONCE", plate: "沪A10003", on: daysAgo(3), paid: 9_000 },
      { number: "THEIRS", plate: "沪A10001", on: daysAgo(3), paid: 1_000 },
    );
    const settings = { bookAt: new Date(), options: { letters: false } };
    const brought = await bringOrders(file, { ...settings, startedBy: self.id });
    expect(brought).toMatchObject({ counts: { outcomes: { new: 1, rejected: 2 } } });
    expect(await available(self)).toBe(0);
    expect(await available(desk.friend)).toBe(100);
    const rejected = await db().importRow.findMany({ where: { outcome: "rejected" } });
    expect(rejected.map(({ reason }) => reason)).toEqual(["own_car", "own_car"]);

    // A colleague brings in the same file: those rows have not been seen.
    await bringOrders(file, { ...settings, startedBy: desk.clerk.id });
    expect(await available(self)).toBe(1_800);
  });

  test("of a car that is nobody's gives whoever brought it in nothing by its numbers: a colleague looks", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10005";
    const file = anExport({ number: "NOBODYS", plate, on: daysAgo(3), paid: 90_000 });
    await bringOrders(file, { bookAt: new Date(), startedBy: self.id });
    const brought = await brings(self, { plate, orderNumber: "NOBODYS" });
    expect(brought).toMatchObject({ ok: true, state: "claimed-open" });
    expect(await available(self)).toBe(0);

    const { id: claimId } = await db().carClaim.findFirstOrThrow({ where: { state: "open" } });
    const granted = { claimId, since: daysAgo(30), address: "10.0.0.1" };
    expect(await grantCarClaim({ ...granted, by: self.id })).toMatchObject({
      refusal: "own-claim",
    });
    expect(await grantCarClaim({ ...granted, by: desk.clerk.id })).toMatchObject({ waits: 9_000 });
    expect(await available(self)).toBe(0);
  });

  test("gives its bringer nothing for a car that became theirs while it came in", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10006";
    const file = anExport({ number: "MEANWHILE", plate, on: today, paid: 9_000 });
    let passes = 0;
    const source: TableSource = async function* () {
      passes += 1;
      if (passes === 2) await brings(self, { plate });
      yield* bytesSource(file)();
    };
    const settings = { fileName: "orders.csv", bookAt: new Date(), startedBy: self.id };
    expect(await importServiceOrders(source, settings)).toMatchObject({
      counts: { outcomes: { rejected: 1 } },
    });
    expect(await available(self)).toBe(0);
  });

  test("makes none of its bringer's own orders larger that calls the car as nothing but they do", async () => {
    const self = await aMember({ roles: ["desk"] });
    const vin = "LSVAA4185E2184003";
    await aCar(self, { vin });
    const order = { number: "SMALL", plate: "沪A10008", on: daysAgo(3), paid: 100 };
    await ordersCome({ ...order, vin });
    expect(await available(self)).toBe(10);
    const larger = anExport({ ...order, paid: 90_000 });
    await bringOrders(larger, { bookAt: new Date(), startedBy: self.id });
    expect(await available(self)).toBe(10);
  });

  test("gives its bringer nothing later for a car that became theirs in the very moment", async () => {
    const self = await aMember({ roles: ["desk"] });
    const plate = "沪A10007";
    expect(await brings(self, { plate })).toMatchObject({ ok: true, state: "held" });
    // Neither saw the other: the order is nobody's, and the holding has none.
    await ordersCome({ number: "UNSEEN", plate: "沪A19999", on: today, paid: 9_000 });
    await db().serviceOrder.updateMany({ where: { orderNumber: "UNSEEN" }, data: { plate } });
    const { id } = await db().carHolding.findFirstOrThrow({ where: { car: { plate } } });
    await adoptLateOrders(id);
    expect(await ownerOf("UNSEEN")).toBe(self.memberId);
    expect(await available(self)).toBe(0);
  });
});
