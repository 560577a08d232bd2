import { beforeEach, describe, expect, test } from "vitest";
import { overtakeVisits } from "#app/modules/adjustments/overtake.server.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { APART_DAYS } from "#app/modules/service/order-match.ts";
import { loadRecordedVisit } from "#app/modules/visits/load-recorded-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { daysAgo, ordersCome, pointsOf } from "../../support/garage.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember } from "../../support/people.ts";
import { aCar, time } from "../garage/workshop-fixtures.ts";
import { aDesk, available, type Desk, queue, STORE, today } from "./alone-fixtures.ts";

// What one person of the desk can give alone by invoices that they type with visits. The club's limit is 500 points
// a day.

freshDatabase();

let desk: Desk;

beforeEach(async () => {
  desk = await aDesk();
});

describe("an invoice typed with a visit", () => {
  test("of nine million yuan is kept as a visit, and its points wait", async () => {
    const recorded = await desk.visit("RO-1", 9_000_000);
    if (!recorded.ok) throw new Error(recorded.refusal);
    expect(await pointsOf(desk.friend)).toEqual({ available: 0, pending: 0, status: 0 });
    expect(await db().serviceOrder.count()).toBe(0);
    expect(await loadRecordedVisit(db(), desk.friend.number, recorded.receptionId)).toMatchObject({
      hasOrder: false,
      waits: 900_000,
    });
    const page = await loadMemberPage(db(), desk.friend.number, ["desk"]);
    expect(page?.receptions).toMatchObject([{ hasOrder: false, waits: true }]);
    expect(await queue()).toMatchObject([
      { kind: "visit", points: 900_000, reason: `${STORE} RO-1 · ${today} · ¥9,000,000.00` },
    ]);
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "visit.recorded" } });
    expect(line.detail).toMatchObject({ sum: "¥9,000,000.00", points: 900_000, waits: true });
    expect(await db().mail.count({ where: { template: "approval-asked" } })).toBe(0);
  });

  test("within the limit earns at once, and its line in the audit log names sum and points", async () => {
    await desk.visit("RO-1", 5_000);
    expect(await available(desk.friend)).toBe(500);
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "visit.recorded" } });
    expect(line.detail).toMatchObject({ sum: "¥5,000.00", points: 500, waits: false });
    await expectSoundBooks();
  });

  test("split into many, at several stores and for several cars, gives the limit and no more", async () => {
    const other = await aMember();
    const otherCar = await aCar(other, { plate: "沪A10002" });
    const elsewhere = await db().store.create({ data: { name: "西岸店" } });
    await Promise.all([
      desk.visit("RO-1", 3_000),
      desk.visit("RO-1", 3_000, { storeId: elsewhere.id }),
      desk.visit("RO-2", 3_000, { number: other.number, carId: otherCar }),
    ]);
    expect((await available(desk.friend)) + (await available(other))).toBe(300);
    expect(await queue()).toHaveLength(2);
  });

  test("that makes gold counts with what other orders gain by it", async () => {
    await ordersCome(
      { number: "OLD-1", plate: "沪A10001", on: daysAgo(5), paid: 19_900 },
      { number: "OLD-2", plate: "沪A10001", on: daysAgo(1), paid: 5_000 },
    );
    const before = await available(desk.friend);
    await desk.visit("RO-1", 200, { day: daysAgo(3) });
    expect(await available(desk.friend)).toBe(before);
    expect((await queue())[0]?.points).toBeGreaterThan(500);
  });

  test("is booked once finance approves, for the visit it was typed with", async () => {
    const recorded = await desk.visit("RO-1", 9_000);
    const [asked] = await queue();
    expect(await desk.answer(asked?.id ?? 0)).toEqual({ ok: true, state: "booked" });
    expect(await available(desk.friend)).toBe(900);
    const reception = await db().reception.findFirstOrThrow({
      where: { id: recorded.ok ? recorded.receptionId : 0 },
    });
    expect(reception.orderId).not.toBeNull();
    expect(await queue()).toEqual([]);
    await expectSoundBooks();
  });

  test("is booked once by many who approve at once, none of whom waits for a connection in vain", async () => {
    await desk.visit("RO-1", 9_000);
    const [asked] = await queue();
    forgetRuleBook();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => desk.answer(asked?.id ?? 0)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await available(desk.friend)).toBe(900);
  });

  test("is not booked where finance refuses, and the same invoice is not typed again", async () => {
    await desk.visit("RO-1", 9_000);
    const [asked] = await queue();
    expect(await desk.answer(asked?.id ?? 0, false)).toEqual({ ok: true, state: "refused" });
    expect(await available(desk.friend)).toBe(0);
    expect(await desk.visit("RO-1", 4_000)).toEqual({ ok: false, refusal: "recorded-already" });
  });

  test("earns by the workshop's own row where that comes first, and not a second time", async () => {
    await desk.visit("RO-1", 9_000);
    await ordersCome({ number: "RO-1", plate: "沪A10001", on: today, paid: 1_000, store: STORE });
    expect(await available(desk.friend)).toBe(100);
    const [asked] = await queue();
    expect(await desk.answer(asked?.id ?? 0)).toEqual({ ok: true, state: "overtaken" });
    expect(await available(desk.friend)).toBe(100);
    await desk.visit("RO-2", 9_000);
    const other = {
      number: "RO-2",
      plate: "沪C00009",
      on: daysAgo(400),
      paid: 1_000,
      store: STORE,
    };
    await ordersCome(other);
    expect(await overtakeVisits(db(), APART_DAYS)).toBe(0);
    await ordersCome({ number: "RO-2", plate: "沪A10001", on: today, paid: 1_000, store: STORE });
    expect(await overtakeVisits(db(), APART_DAYS)).toBe(1);
    expect(await queue()).toEqual([]);
    await expectSoundBooks();
  });

  test("for a day on which the car was the clerk's own gives them nothing", async () => {
    const self = await aMember({ roles: ["desk"] });
    const sold = await aCar(self, { plate: "沪A10003" });
    await db().carHolding.updateMany({
      where: { carId: sold },
      data: { endsAt: time.startOfDay(daysAgo(1)), endCause: "sold" },
    });
    await db().carHolding.create({
      data: { carId: sold, memberId: desk.friend.memberId, startsAt: time.startOfDay(daysAgo(1)) },
    });
    const mine = { by: self.id, carId: sold, day: daysAgo(3) };
    expect(await desk.visit("RO-1", 1_000, mine)).toEqual({ ok: false, refusal: "own-visit" });
    expect(await available(self)).toBe(0);
    expect(await db().reception.count()).toBe(0);
    expect(await db().serviceOrder.count()).toBe(0);
  });
});
