import { expect, test } from "vitest";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadBalanceOnDay } from "#app/modules/ledger/load-balance-on-day.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aGift,
  anAccount,
  anAward,
  aReason,
  at,
  earn,
  fresh,
  spend,
} from "../../support/ledger-fixtures.ts";

testDatabase();

test("an entry tells what it was for, the lot it made and when that lapses", async () => {
  const account = await anAccount();
  const meta = {
    for: "service",
    orderId: 7,
    orderNumber: "WO-7",
    store: "S1",
    settledOn: "2026-03-01",
    paidMinor: 128_600,
    currency: "CNY",
    base: 128,
    multiplier: 2,
    programmePercent: 0,
    ruleVersion: 3,
  } as const;
  await earn(account, {
    points: 256,
    statusPoints: 128,
    availableAt: at("2026-03-01"),
    lapsesAt: at("2028-04-01"),
    effectiveAt: at("2026-03-01"),
    meta,
  });

  const [line] = await loadStatement(db(), account);

  expect(line).toMatchObject({
    version: 1,
    kind: "earn",
    points: 256,
    balance: 256,
    statusPoints: 128,
    meta,
  });
  expect(line?.valueAt).toEqual(at("2026-03-01"));
  expect(line?.lotsMade).toMatchObject([
    {
      points: 256,
      remaining: 256,
      repaidDebt: 0,
      availableAt: at("2026-03-01"),
      lapsesAt: at("2028-04-01"),
      grace: false,
    },
  ]);
});

test("a spend names the lots it drew from and the entries that made them", async () => {
  const account = await anAccount();
  const later = await earn(account, { points: 100, lapsesAt: at("2027-06-01") });
  const sooner = await earn(account, { points: 60, lapsesAt: at("2027-01-01") });
  await spend(account, 90, at("2026-02-01"));

  const [line] = await loadStatement(db(), account, { kinds: ["spend"] });

  expect(line).toMatchObject({ points: -90, balance: 70, meta: aGift });
  expect(line?.lotsDrawn).toMatchObject([
    {
      use: "spend",
      points: 60,
      lapsesAt: at("2027-01-01"),
      madeBy: { entryId: sooner.entryId, kind: "earn" },
    },
    { use: "spend", points: 30, lapsesAt: at("2027-06-01"), madeBy: { entryId: later.entryId } },
  ]);
});

test("an award and its reversal name each other, with their status points", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 128, statusPoints: 64 });
  const reversal = await reverseEntry(
    db(),
    { scope: "test", key: fresh(), entryId: award.entryId, meta: aReason },
    at("2026-02-01"),
  );

  const [second, first] = await loadStatement(db(), account);

  expect(first).toMatchObject({
    entryId: award.entryId,
    reversedBy: second?.entryId,
    statusPoints: 64,
  });
  expect(second).toMatchObject({
    reverses: award.entryId,
    points: -128,
    balance: 0,
    statusPoints: -64,
  });
  expect(reversal).toMatchObject({ ok: true, entryId: second?.entryId });
});

test("points that are pending until the account is settled have no dates yet", async () => {
  const account = await anAccount();
  await earn(account, { availableAt: null, lapsesAt: null });

  const [line] = await loadStatement(db(), account);
  const balance = await loadBalance(db(), account, at("2030-01-01"));

  expect(line?.lotsMade).toMatchObject([{ availableAt: null, lapsesAt: null }]);
  expect(balance).toMatchObject({ available: 0, pending: 100, posted: 100, nextLapseAt: null });
});

test("a cancelled spend shows what came back, and that a lapsed lot came back for 30 days", async () => {
  const account = await anAccount();
  await earn(account, { points: 50, lapsesAt: at("2026-03-01") });
  await earn(account, { points: 50 });
  const entryId = await spend(account, 80, at("2026-02-01"));
  await cancelSpend(
    db(),
    { scope: "test", key: fresh(), entryId, meta: aReason },
    at("2026-03-10"),
  );

  const [line] = await loadStatement(db(), account, { limit: 1 });

  expect(line).toMatchObject({ kind: "cancel", points: 80, balance: 100, reverses: entryId });
  expect(line?.lotsMade).toMatchObject([{ points: 50, grace: true, lapsesAt: at("2026-04-09") }]);
  expect(line?.lotsDrawn).toMatchObject([
    { use: "restore", points: -30, lapsesAt: at("2076-01-01") },
  ]);
});

test("pages follow each other without a gap, however they are cut", async () => {
  const account = await anAccount();
  await earnMany(
    db(),
    Array.from({ length: 25 }, (_, i) => anAward(account, { points: i + 1 })),
    at("2026-01-01"),
  );
  const first = await loadStatement(db(), account, { limit: 10 });
  const second = await loadStatement(db(), account, {
    limit: 10,
    beforeVersion: first.at(-1)?.version,
  });
  const third = await loadStatement(db(), account, {
    limit: 10,
    beforeVersion: second.at(-1)?.version,
  });

  const versions = [...first, ...second, ...third].map((line) => line.version);
  expect(versions).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i));
});

test("the balance on a day is the balance of the last line of that day", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-06-01"), effectiveAt: at("2026-01-10") });
  await earn(account, { points: 50, effectiveAt: at("2026-02-10") });
  await spend(account, 30, at("2026-03-10"));

  const on = (day: string) => loadBalanceOnDay(db(), account, at(day));

  expect(await on("2026-01-10")).toBe(0);
  expect(await on("2026-01-11")).toBe(100);
  expect(await on("2026-02-11")).toBe(150);
  expect(await on("2026-04-01")).toBe(120);
  expect(await on("2026-06-02"), "lapsed on 1 June, though nobody wrote it down yet").toBe(50);
  expect(await on("2026-06-01"), "lapsing with its last instant").toBe(120);
  await lapseDue(db(), at("2026-06-03"));
  expect([await on("2026-06-01"), await on("2026-06-02")], "written down").toEqual([120, 50]);
});

test("an import of old orders makes a statement in the order of their days", async () => {
  const account = await anAccount();
  const days = ["2026-01-05", "2026-02-05", "2026-03-05"];
  await earnMany(
    db(),
    days.map((day) => anAward(account, { effectiveAt: at(day), availableAt: at(day) })),
    at("2026-05-01"),
  );

  const lines = await loadStatement(db(), account);

  expect(lines.map((line) => line.valueAt)).toEqual(days.toReversed().map(at));
  expect(await loadBalanceOnDay(db(), account, at("2026-02-06"))).toBe(200);
});
