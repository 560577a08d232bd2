import { expect, test } from "vitest";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { captureHold } from "#app/modules/ledger/capture-hold.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { releaseHold } from "#app/modules/ledger/release-hold.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aClosing,
  anAccount,
  anAward,
  aReversal,
  aSpend,
  at,
  earn,
  hold,
  spend,
} from "../../support/ledger-fixtures.ts";

testDatabase();

const february = at("2026-02-01");

test("a hold counts against what can be spent", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  await hold(account, 80, at("2026-03-01"), february);

  const answer = await spendPoints(db(), aSpend(account, 21), february);

  expect(answer).toEqual({ ok: false, refusal: "insufficient", available: 20 });
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 20, held: 80 });
});

test("a hold is captured once or released once, and then it is closed", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  const captured = await hold(account, 30, at("2026-03-01"), february);
  const released = await hold(account, 30, at("2026-03-01"), february);

  expect(await captureHold(db(), aClosing(captured), february)).toMatchObject({ ok: true });
  expect(await releaseHold(db(), aClosing(released), february)).toMatchObject({ ok: true });

  const refused = [
    await captureHold(db(), aClosing(captured), february),
    await releaseHold(db(), aClosing(captured), february),
    await captureHold(db(), aClosing(released), february),
    await releaseHold(db(), aClosing(released), february),
  ].map((answer) => (answer.ok ? "booked" : answer.refusal));
  expect(refused).toEqual(["hold-captured", "hold-captured", "hold-released", "hold-released"]);
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 70, held: 0 });
});

test("a hold nobody closes ends at its second, and cannot be captured afterwards", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  const holdId = await hold(account, 100, at("2026-03-01"), february);

  expect(await loadBalance(db(), account, at("2026-02-28T23:59:59Z"))).toMatchObject({ held: 100 });
  expect(await loadBalance(db(), account, at("2026-03-01"))).toMatchObject({
    available: 100,
    held: 0,
  });
  expect(await captureHold(db(), aClosing(holdId), at("2026-03-01"))).toEqual({
    ok: false,
    refusal: "hold-ended",
  });
});

test("points put down as a deposit do not lapse meanwhile, and come back for 30 days", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  const deposit = await hold(account, 60, at("2026-06-01"), february);

  await lapseDue(db(), at("2026-03-02"));
  const during = await loadBalance(db(), account, at("2026-03-02"));
  await releaseHold(db(), aClosing(deposit), at("2026-03-10"));
  const after = await loadBalance(db(), account, at("2026-03-10"));

  expect(during).toMatchObject({ available: 0, held: 60, posted: 60 });
  expect(after).toMatchObject({ available: 60, held: 0, nextLapseAt: at("2026-04-09") });
});

test("lapsed points cannot be spent one second late, nor pending ones one second early", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, availableAt: at("2026-02-01"), lapsesAt: at("2026-03-01") });
  const tryAt = (now: string) => spendPoints(db(), aSpend(account, 1), at(now));

  expect(await tryAt("2026-01-31T23:59:59.999Z")).toMatchObject({ ok: false, available: 0 });
  expect(await tryAt("2026-02-01T00:00:00.000Z")).toMatchObject({ ok: true });
  expect(await tryAt("2026-02-28T23:59:59.999Z")).toMatchObject({ ok: true });
  expect(await tryAt("2026-03-01T00:00:00.000Z")).toMatchObject({ ok: false, available: 0 });
});

test("every lot lapses by its own date: opening balance, award, correction and grace alike", async () => {
  const account = await anAccount();
  await earn(account, { kind: "opening", points: 10, lapsesAt: at("2026-03-01") });
  await earn(account, { kind: "adjust", points: 20, lapsesAt: at("2026-04-01") });
  await earn(account, { kind: "earn", points: 40, lapsesAt: at("2026-05-01") });
  const spent = await spend(account, 10, february);
  await cancelSpend(db(), aReversal(spent), at("2026-04-10"));
  const on = async (now: string) => (await loadBalance(db(), account, at(now))).available;

  expect(await on("2026-04-10")).toBe(50);
  expect(await on("2026-05-01")).toBe(10);
  expect(await on("2026-05-10"), "the grace lot, 30 days after").toBe(0);
});

test("the balance is its entries and its lots at every moment, before the job and after it", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  await earn(account, { points: 100, lapsesAt: at("2026-04-01") });
  await spend(account, 130, february);

  for (const moment of ["2026-02-15", "2026-03-01", "2026-03-15", "2026-04-01"].map(at)) {
    const read = await loadBalance(db(), account, moment);
    await lapseDue(db(), moment);
    const written = await loadBalance(db(), account, moment);
    const [line] = await loadStatement(db(), account, { limit: 1 });
    expect({ ...written, version: read.version }).toEqual(read);
    expect(line?.balance).toBe(read.posted);
  }
  const lapses = await loadStatement(db(), account, { kinds: ["lapse"] });
  expect(lapses.map((line) => [line.points, line.valueAt])).toEqual([[-70, at("2026-04-01")]]);
});

test("the job run late, often or by several at once writes each lapse once, on its own day", async () => {
  const accounts = await Promise.all(Array.from({ length: 30 }, anAccount));
  const months = ["2026-03-01", "2026-04-01"].map(at);
  await earnMany(
    db(),
    accounts.flatMap((account) =>
      months.map((lapsesAt) => anAward(account, { points: 5, lapsesAt })),
    ),
    at("2026-01-01"),
  );

  const may = at("2026-05-01");
  await Promise.all(Array.from({ length: 4 }, () => lapseDue(db(), may)));
  await lapseDue(db(), may);

  for (const account of accounts) {
    const lapses = await loadStatement(db(), account, { kinds: ["lapse"] });
    expect(lapses.map((line) => [line.points, line.valueAt])).toEqual([
      [-5, months[1]],
      [-5, months[0]],
    ]);
  }
});

test("a clock that jumps back lapses nothing and brings nothing back", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  await earn(account, { points: 50 });
  await lapseDue(db(), at("2026-03-02"));

  await spend(account, 10, at("2026-02-20"));

  expect(await loadBalance(db(), account, at("2026-02-20"))).toMatchObject({ available: 40 });
  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line?.valueAt, "the statement's days never go back").toEqual(at("2026-03-01"));
});
