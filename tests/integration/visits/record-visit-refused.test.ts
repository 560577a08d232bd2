import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadVisitChoices } from "#app/modules/visits/load-visit-form.server.ts";
import { recordVisit } from "#app/modules/visits/record-visit.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";
import { aReception, aVisitor, invoice, today, type Visitor } from "./visits-fixtures.ts";

testDatabase();

let reception: Awaited<ReturnType<typeof aReception>>;
let member: TestMember;
let carId: number;
let cars: number;
let aVisit: Visitor["aVisit"];
let recorded: Visitor["recorded"];
let refusal: Visitor["refusal"];

beforeAll(async () => {
  reception = await aReception();
});

beforeEach(async () => {
  ({ member, carId, cars, aVisit, recorded, refusal } = await aVisitor(reception));
});

describe("what cannot be", () => {
  test("a day to come, or of another century", async () => {
    expect(await refusal({ day: addDays(today, 1) })).toBe("day-in-future");
    expect(await refusal({ day: "1926-11-21" })).toBe("day-too-early");
  });

  test("a store that is not there, or was closed", async () => {
    expect(await refusal({ storeId: 999_999 })).toBe("unknown-store");
    const shut = await db().store.create({ data: { name: "Shut", closedAt: new Date() } });
    expect(await refusal({ storeId: shut.id })).toBe("unknown-store");
  });

  test("another's car, and a car that was sold", async () => {
    const other = await aMember();
    const theirs = await aCar(other, { plate: `粤C${10_000 + cars}` });
    expect(await refusal({ carId: theirs })).toBe("not-their-car");
    await db().carHolding.updateMany({ where: { carId }, data: { endsAt: new Date() } });
    expect(await refusal({})).toBe("not-their-car");
  });

  test("another's order number, and one that was recorded before", async () => {
    const other = await aMember();
    const theirs = await aCar(other, { plate: `粤D${10_000 + cars}` });
    await recorded({ number: other.number, carId: theirs, orderNumber: "RO-THEIRS", invoice });
    expect(await refusal({ orderNumber: "RO-THEIRS" })).toBe("order-of-another");
    expect(await refusal({ number: other.number, carId: theirs, orderNumber: "RO-THEIRS" })).toBe(
      "recorded-already",
    );
    const elsewhere = await db().store.create({ data: { name: `Elsewhere ${cars}` } });
    expect(await refusal({ orderNumber: "RO-THEIRS", storeId: elsewhere.id })).toBeNull();
  });

  test("a number that another's order had last year is nobody's now", async () => {
    const other = await aMember();
    const theirs = await aCar(other, { plate: `粤E${10_000 + cars}` });
    const lastYear = { day: addDays(today, -365), orderNumber: "RO-AGAIN", invoice };
    await recorded({ ...lastYear, number: other.number, carId: theirs });
    await recorded({ orderNumber: "RO-AGAIN", invoice: { ...invoice, labour: 5, paid: 5 } });
    expect(await db().serviceOrder.count({ where: { orderNumber: "RO-AGAIN" } })).toBe(2);
  });

  test("an odometer below its last reading, unless the desk looked again", async () => {
    await recorded({ odometerKm: 60_000, day: addDays(today, -3) });
    const below = aVisit({ odometerKm: 59_999 });
    expect(await recordVisit(below)).toEqual({
      ok: false,
      refusal: "odometer-below",
      last: { km: 60_000, day: addDays(today, -3) },
    });
    expect(await refusal({ odometerKm: 59_999, day: addDays(today, -4) })).toBeNull();
    expect(await recordVisit({ ...below, odometerSure: true })).toMatchObject({ ok: true });
  });

  test("an odometer that leaps, or begins too far, unless the desk looked again", async () => {
    expect(await refusal({ odometerKm: 1_999_999 })).toBe("odometer-high");
    await recorded({ odometerKm: 60_000, day: addDays(today, -3) });
    const leap = aVisit({ odometerKm: 61_801 });
    expect(await recordVisit(leap)).toEqual({
      ok: false,
      refusal: "odometer-jump",
      last: { km: 60_000, day: addDays(today, -3) },
    });
    expect(await refusal({ odometerKm: 61_800 })).toBeNull();
    expect(await recordVisit({ ...leap, odometerSure: true })).toMatchObject({ ok: true });
    expect(await refusal({ odometerKm: 62_000, day: addDays(today, -2) })).toBe("odometer-above");
  });

  test("an invoice for a car that no workshop could name", async () => {
    const nameless = await aCar(member, { model: "ES200" });
    expect(await refusal({ carId: nameless, orderNumber: "RO-NAMELESS", invoice })).toBe(
      "car-without-plate",
    );
  });

  test("a closed account, nobody's number, and a form that was another member's", async () => {
    const key = randomUUID();
    await recorded({ requestKey: key });
    const other = await aMember();
    expect(await refusal({ number: other.number, carId: null, requestKey: key })).toBe(
      "stale-form",
    );
    const gone = await aMember({ closed: true });
    expect(await refusal({ number: gone.number, carId: null })).toBe("no-such-member");
    expect(await loadVisitChoices(db(), gone.number, reception.deskId)).toBeNull();
    expect(await refusal({ number: "M99999999" })).toBe("no-such-member");
  });
});
