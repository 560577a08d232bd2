import { expect, test } from "vitest";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { ReversalsRefused, reverseMany } from "#app/modules/ledger/reverse-many.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAccount, aReversal, at, earn, hold, spend } from "../../support/ledger-fixtures.ts";
import { countRows } from "../../support/ledger-tables.ts";

testDatabase();

const february = at("2026-02-01");

test("an order that is refunded twice is taken back once, and the second try says by what", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100 });

  const first = await reverseEntry(db(), aReversal(award.entryId), february);
  const second = await reverseEntry(db(), aReversal(award.entryId), february);

  if (!first.ok) throw new Error(first.refusal);
  expect(second).toEqual({ ok: false, refusal: "already-reversed", reversedBy: first.entryId });
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 0, debt: 0 });
});

test("a reversal that is refused has changed nothing at all", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100, statusPoints: 50 });
  await reverseEntry(db(), aReversal(award.entryId), february);
  const before = [await countRows(), await loadBalance(db(), account, february)];

  await reverseEntry(db(), aReversal(award.entryId), february);

  expect([await countRows(), await loadBalance(db(), account, february)]).toEqual(before);
});

test("points bought, spent and then refunded are owed, and the next points repay them", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100 });
  await spend(account, 80, february);

  await reverseEntry(db(), aReversal(award.entryId), february);
  const owing = await loadBalance(db(), account, february);
  await earn(account, { points: 100, effectiveAt: at("2026-02-02") });
  const after = await loadBalance(db(), account, at("2026-02-02"));

  expect(owing).toMatchObject({ available: 0, debt: 80, posted: -80 });
  expect(after).toMatchObject({ available: 20, debt: 0, posted: 20 });
  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line?.lotsMade).toMatchObject([{ points: 100, repaidDebt: 80, remaining: 20 }]);
});

test("the award's own points go first, then those that lapse first, then pending ones", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100, lapsesAt: at("2027-01-01") });
  await spend(account, 60, february);
  const pending = { availableAt: at("2026-05-01"), lapsesAt: at("2026-06-01") };
  await earn(account, { points: 50, ...pending });
  await earn(account, { points: 15, lapsesAt: at("2027-03-01") });
  await earn(account, { points: 15, lapsesAt: at("2027-02-01") });

  await reverseEntry(db(), aReversal(award.entryId), february);

  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line?.lotsDrawn.map((lot) => [lot.lapsesAt, lot.points])).toEqual([
    [at("2026-06-01"), 30],
    [at("2027-01-01"), 40],
    [at("2027-02-01"), 15],
    [at("2027-03-01"), 15],
  ]);
  expect(await loadBalance(db(), account, february)).toMatchObject({ pending: 20, debt: 0 });
});

test("held points are never taken back: they are owed until the hold lets them go", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100 });
  await hold(account, 70, at("2026-03-01"), february);

  await reverseEntry(db(), aReversal(award.entryId), february);

  const held = await loadBalance(db(), account, february);
  expect(held).toMatchObject({ available: 0, held: 70, debt: 70 });
  const ended = await loadBalance(db(), account, at("2026-03-01"));
  expect(ended).toMatchObject({ available: 0, held: 0, debt: 0 });
});

test("points of the award that lapsed unused are not taken a second time", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  await earn(account, { points: 100 });
  await spend(account, 30, february);

  const april = at("2026-04-01");
  await reverseEntry(db(), aReversal(award.entryId), april);

  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line).toMatchObject({ kind: "reverse", points: -30, balance: 70 });
});

test("a cancelled spend of a refunded order leaves nobody richer", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100 });
  const entryId = await spend(account, 60, february);
  await reverseEntry(db(), aReversal(award.entryId), february);
  await cancelSpend(db(), aReversal(entryId), february);

  expect(await loadBalance(db(), account, february)).toMatchObject({
    available: 0,
    debt: 0,
    posted: 0,
  });
});

test("debt was repaid the day the points became available, though they had lapsed before anyone looked", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 50 });
  await spend(account, 50, february);
  await reverseEntry(db(), aReversal(award.entryId), february);
  const brief = { availableAt: at("2026-03-01"), lapsesAt: at("2026-04-01") };
  await earn(account, { points: 80, ...brief }, february);

  const may = at("2026-05-01");
  const read = await loadBalance(db(), account, may);
  await lapseDue(db(), may);

  expect(read).toMatchObject({ debt: 0, posted: 0 });
  expect({ ...(await loadBalance(db(), account, may)), version: 0 }).toEqual({
    ...read,
    version: 0,
  });
  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line).toMatchObject({ kind: "lapse", points: -30 });
});

test("status points judge what was earned: spending and lapsing leave them, a reversal takes them back", async () => {
  const account = await anAccount();
  const lapsing = { lapsesAt: at("2026-03-01") };
  await earn(account, { points: 200, statusPoints: 100, ...lapsing });
  const second = await earn(account, {
    points: 128,
    statusPoints: 64,
    effectiveAt: at("2026-01-20"),
  });
  await spend(account, 150, february);
  const april = at("2026-04-01");
  expect(await loadBalance(db(), account, april)).toMatchObject({ statusPoints: 164 });

  await reverseEntry(db(), aReversal(second.entryId), april);

  expect(await loadBalance(db(), account, april)).toMatchObject({ statusPoints: 100 });
});

test("status points count for twelve months to the second, also those taken back", async () => {
  const account = await anAccount();
  const award = await earn(account, { statusPoints: 100, effectiveAt: at("2026-01-01") });
  const on = async (now: string) => (await loadBalance(db(), account, at(now))).statusPoints;

  expect(await on("2026-12-31T23:59:59Z")).toBe(100);
  expect(await on("2027-01-01T00:00:00Z")).toBe(0);
  await reverseEntry(db(), aReversal(award.entryId), at("2026-11-01"));
  expect(await on("2026-12-31T23:59:59Z")).toBe(0);
  expect(await on("2027-06-01T00:00:00Z"), "never below nothing").toBe(0);
});

test("of many reversals at once each gets its own answer, in the order asked", async () => {
  const account = await anAccount();
  const first = await earn(account, { points: 10 });
  const second = await earn(account, { points: 20 });
  const spent = await spend(account, 5, february);

  const reversing = reverseMany(
    db(),
    [
      aReversal(second.entryId),
      aReversal(spent),
      aReversal(second.entryId),
      aReversal(first.entryId),
    ],
    february,
  );

  await expect(reversing).rejects.toMatchObject({
    answers: [
      { ok: true },
      { ok: false, refusal: "not-reversible" },
      { ok: false, refusal: "already-reversed" },
      { ok: true },
    ],
    message: `The ledger would not take back entry ${spent}: not-reversible, entry ${second.entryId}: already-reversed.`,
  });
  const balances = await loadBalances(db(), [account], february);
  expect(balances.get(account)).toMatchObject({ posted: -5, debt: 5 });
});

test("a refusal takes back the transaction that did not look at it", async () => {
  const account = await anAccount();
  const first = await earn(account, { points: 10 });
  const second = await earn(account, { points: 20 });
  await reverseEntry(db(), aReversal(second.entryId), february);

  const work = db().$transaction(async (tx) => {
    await reverseMany(tx, [aReversal(first.entryId), aReversal(second.entryId)], february);
  });

  await expect(work).rejects.toBeInstanceOf(ReversalsRefused);
  expect(await loadBalance(db(), account, february)).toMatchObject({ posted: 10 });
});
