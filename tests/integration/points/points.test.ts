import { describe, expect, test } from "vitest";
import { loadEntry } from "#app/modules/ledger/load-entry.server.ts";
import { loadBalanceDay } from "#app/modules/points/load-balance-day.server.ts";
import { loadPointsPage } from "#app/modules/points/load-points-page.server.ts";
import { walkStatement } from "#app/modules/points/walk-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { earn, spend } from "../../support/ledger-fixtures.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar, anOrder, noon, takeBack, time } from "../garage/workshop-fixtures.ts";

testDatabase();

const today = noon("2026-11-21");
const page = (member: TestMember, before: number | null = null, filter: "all" | "spent" = "all") =>
  loadPointsPage(db(), member.accountId, { before, filter }, today);
const onDay = (member: TestMember, day: string) =>
  loadBalanceDay(db(), { id: member.memberId, accountId: member.accountId }, day, today);

/** 256 earned in March 2026, 100 of them spent in April. */
async function aYear(): Promise<TestMember> {
  const member = await aMember();
  const car = await aCar(member);
  await anOrder(member, car, "2026-03-10", { paid: 1286, tier: "gold" });
  await spend(member.accountId, 100, noon("2026-04-01"));
  return member;
}

describe("the statement", () => {
  test("of a member without points is empty and has one page", async () => {
    const { balance, plan, entries, older } = await page(await aMember());
    expect({ available: balance.available, plan, entries, older }).toEqual({
      available: 0,
      plan: [],
      entries: [],
      older: null,
    });
  });

  test("explains each line: its arithmetic, the lot it made, the lot it drew from", async () => {
    const { entries, plan } = await page(await aYear());
    const [spent, earned] = entries;
    expect(earned?.meta).toMatchObject({ paidMinor: 128_600, base: 128, multiplier: 2 });
    expect(earned?.lotsMade).toMatchObject([{ points: 256, remaining: 156 }]);
    expect(earned?.lotsMade[0]?.lapsesAt).toEqual(time.endOfDay("2028-03-31"));
    expect(spent?.lotsDrawn).toMatchObject([
      { points: 100, use: "spend", madeBy: { entryId: earned?.entryId } },
    ]);
    expect(plan).toEqual([{ through: "2028-03-31", points: 156, pending: 0 }]);
  });

  test("is read page by page without a line lost or repeated", async () => {
    const member = await aMember();
    for (let n = 1; n <= 45; n++) await earn(member.accountId, { points: n });
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const { entries, older } = await page(member, before);
      seen.push(...entries.map((entry) => entry.points));
      before = older;
    } while (before !== null);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n));
  });

  test("shows only one kind when asked", async () => {
    const { entries } = await page(await aYear(), null, "spent");
    expect(entries.map((entry) => entry.points)).toEqual([-100]);
  });

  test("is walked from end to end for the file", async () => {
    const member = await aYear();
    const points: number[] = [];
    for await (const lines of walkStatement(db(), member.accountId)) {
      points.push(...lines.map((line) => line.points));
    }
    expect(points).toEqual([-100, 256]);
  });

  test("links an award and what took it back, both ways", async () => {
    const member = await aMember();
    const { entryId } = await anOrder(member, await aCar(member), "2026-03-10");
    await takeBack(entryId as number, "RO1", "order-cancelled", today);
    const [back, award] = (await page(member)).entries;
    expect(award?.reversedBy).toBe(back?.entryId);
    expect(back?.reverses).toBe(award?.entryId);
  });
});

test("an entry opens for its owner and for nobody else", async () => {
  const member = await aYear();
  const other = await aYear();
  const [entry] = (await page(member)).entries;
  const entryId = entry?.entryId as number;
  expect(await loadEntry(db(), member.accountId, entryId)).toEqual(entry);
  expect(await loadEntry(db(), other.accountId, entryId)).toBeNull();
  expect(await loadEntry(db(), member.accountId, 999_999_999)).toBeNull();
});

describe("my balance on a day", () => {
  test("is what the last entry of that day left, with the entries that made it", async () => {
    const member = await aYear();
    expect(await onDay(member, "2026-03-09")).toMatchObject({ when: "past", balance: 0 });
    expect(await onDay(member, "2026-03-10")).toMatchObject({ when: "past", balance: 256 });
    expect(await onDay(member, "2026-03-31")).toMatchObject({ balance: 256 });
    const answer = await onDay(member, "2026-04-01");
    expect(answer).toMatchObject({ when: "past", balance: 156, today: false, lapsedSince: 0 });
    expect(answer.when === "past" && answer.entries.map((entry) => entry.points)).toEqual([
      -100, 256,
    ]);
  });

  test("today is answered as of now", async () => {
    expect(await onDay(await aYear(), "2026-11-21")).toMatchObject({ today: true, balance: 156 });
  });

  test("counts out what had lapsed by then, though no entry says so yet", async () => {
    const member = await aMember();
    await earn(member.accountId, { points: 70, lapsesAt: time.endOfDay("2026-10-31") });
    expect(await onDay(member, "2026-10-30")).toMatchObject({ balance: 70, lapsedSince: 0 });
    expect(await onDay(member, "2026-11-01")).toMatchObject({ balance: 0, lapsedSince: 70 });
  });

  test("of a day to come says what would be left", async () => {
    const member = await aMember();
    await earn(member.accountId, { points: 70, lapsesAt: time.endOfDay("2026-12-31") });
    await earn(member.accountId, { points: 30, lapsesAt: time.endOfDay("2027-12-31") });
    expect(await onDay(member, "2027-01-01")).toMatchObject({
      when: "future",
      balance: 100,
      left: 30,
    });
    expect(await onDay(member, "2026-12-30")).toMatchObject({ left: 100 });
  });

  test("before joining is answered with the day of joining", async () => {
    expect(await onDay(await aYear(), "2024-02-29")).toEqual({
      when: "before",
      joinedOn: "2024-03-01",
    });
  });
});
