import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { recordAtCounter } from "#app/modules/payments/record-at-counter.server.ts";
import { addDays } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { asked, givenGold, inAYear, PRICE, sell, standingOf, today } from "./dues-fixtures.ts";

testDatabase();

let member: TestMember;
let clerk: TestPerson;
let store: number;

beforeAll(async () => {
  await ensureClub(db());
  store = await aStore();
  clerk = await aPerson({ roles: ["desk"] });
});
beforeEach(async () => {
  member = await aMember();
});

/** A year that was asked for more than a week ago. */
async function askedLongAgo(): Promise<number> {
  const id = await asked(member);
  const dueUntil = new Date(Date.now() - 1_000);
  await db().payment.update({ where: { id }, data: { dueUntil } });
  return id;
}

const record = (paymentId: number) =>
  recordAtCounter(
    {
      paymentId,
      method: "cash",
      receiptNumber: "K-18",
      storeId: store,
      requestKey: randomUUID(),
      amountMinor: PRICE,
    },
    { by: clerk.id, address: "10.0.0.1" },
    payables,
  );

describe("a year that is paid at the counter after its week was over", () => {
  test("is honoured while it brings something", async () => {
    expect(await record(await askedLongAgo())).toMatchObject({ ok: true });
    expect(await standingOf(member)).toMatchObject({ source: "dues", goldThrough: inAYear });
  });

  test("is not taken where gold was given for longer meanwhile", async () => {
    const id = await askedLongAgo();
    await givenGold(member, addDays(today, 200));
    expect(await record(id)).toEqual({ ok: false, refusal: "too-late" });
    expect(await db().goldYear.findUnique({ where: { paymentId: id } })).toMatchObject({
      state: "owed",
    });
  });

  test("is another year, at today's price, where the desk sells one", async () => {
    const before = await askedLongAgo();
    const sold = await sell(member, clerk, store);
    expect(sold).toMatchObject({ ok: true });
    expect(sold).not.toMatchObject({ paymentId: before });
    expect((await db().payment.findUniqueOrThrow({ where: { id: before } })).state).toBe(
      "cancelled",
    );
  });
});
