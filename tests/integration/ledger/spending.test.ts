import { expect, test } from "vitest";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { captureHold } from "#app/modules/ledger/capture-hold.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aClosing,
  anAccount,
  aReversal,
  aSpend,
  at,
  earn,
  fresh,
  hold,
  spend,
} from "../../support/ledger-fixtures.ts";

testDatabase();

const february = at("2026-02-01");

test("of twenty gifts asked for at once, exactly those are given that the points pay for", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => spendPoints(db(), aSpend(account, 30), february)),
  );

  expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
  expect(answers.filter((answer) => !answer.ok)).toHaveLength(17);
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 10, posted: 10 });
});

test("a voucher redeemed in two checkouts at once is redeemed in one of them", async () => {
  const account = await anAccount();
  await earn(account, { points: 100 });
  const voucher = await hold(account, 100, at("2026-06-01"), february);

  const answers = await Promise.all(
    Array.from({ length: 8 }, () => captureHold(db(), aClosing(voucher), february)),
  );

  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const refused = answers.filter((answer) => !answer.ok);
  expect(refused).toEqual(Array(7).fill({ ok: false, refusal: "hold-captured" }));
  expect(await loadBalance(db(), account, february)).toMatchObject({ posted: 0, held: 0 });
});

test("points that are pending, held or lapsed do not pay for a gift, though the balance counts them", async () => {
  const account = await anAccount();
  await earn(account, { points: 10 });
  await earn(account, { points: 500, availableAt: at("2026-03-01") });
  await earn(account, { points: 200 });
  await hold(account, 200, at("2026-06-01"), february);
  await earn(account, { points: 300, lapsesAt: at("2026-02-01") });

  const answer = await spendPoints(db(), aSpend(account, 11), february);

  expect(answer).toEqual({ ok: false, refusal: "insufficient", available: 10 });
  expect(await spendPoints(db(), aSpend(account, 10), february)).toMatchObject({ ok: true });
});

test("a gift that costs more than there is gets a refusal that says so, and is not cut down to size", async () => {
  const account = await anAccount();
  await earn(account, { points: 99 });

  const answer = await spendPoints(db(), aSpend(account, 100), february);

  expect(answer).toEqual({ ok: false, refusal: "insufficient", available: 99 });
  expect(await loadStatement(db(), account)).toHaveLength(1);
  expect(await loadBalance(db(), account, february)).toMatchObject({ available: 99 });
});

test("an adjustment downwards is refused beyond what is available", async () => {
  const account = await anAccount();
  await earn(account, { points: 50 });
  const meta = { for: "adjustment", reason: "Booked to the wrong card", by: 1 } as const;
  const adjust = (points: number) =>
    adjustPoints(
      db(),
      { scope: "test", key: fresh(), accountId: account, points, lapsesAt: null, meta },
      february,
    );

  expect(await adjust(-51)).toEqual({ ok: false, refusal: "insufficient", available: 50 });
  expect(await adjust(-50)).toMatchObject({ ok: true, balance: 0 });
});

test("what lapses first is spent first, whatever it was given for", async () => {
  const account = await anAccount();
  await earn(account, { points: 50, kind: "opening", lapsesAt: at("2027-03-01") });
  await earn(account, { points: 50, kind: "adjust", lapsesAt: at("2027-01-01") });
  await earn(account, { points: 50, lapsesAt: at("2027-02-01") });

  await spend(account, 120, february);

  const [line] = await loadStatement(db(), account, { limit: 1 });
  expect(line?.lotsDrawn.map((lot) => [lot.lapsesAt, lot.points])).toEqual([
    [at("2027-01-01"), 50],
    [at("2027-02-01"), 50],
    [at("2027-03-01"), 20],
  ]);
});

test("redeeming and cancelling does not turn lapsing points into permanent ones", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  const entryId = await spend(account, 100, february);

  await cancelSpend(db(), aReversal(entryId), at("2026-02-10"));

  const balance = await loadBalance(db(), account, at("2026-02-10"));
  expect(balance).toMatchObject({ available: 100, nextLapseAt: at("2026-03-01") });
  expect(await loadBalance(db(), account, at("2026-03-01"))).toMatchObject({ available: 0 });
});

test("cancelling after the points would have lapsed gives 30 days of grace, and no more by repeating it", async () => {
  const account = await anAccount();
  await earn(account, { points: 100, lapsesAt: at("2026-03-01") });
  const entryId = await spend(account, 100, february);

  await cancelSpend(db(), aReversal(entryId), at("2026-03-10"));
  const again = await cancelSpend(db(), aReversal(entryId), at("2026-03-20"));

  expect(again).toMatchObject({ ok: false, refusal: "already-reversed" });
  const balance = await loadBalance(db(), account, at("2026-03-20"));
  expect(balance).toMatchObject({ available: 100, nextLapseAt: at("2026-04-09") });
});

test("an award is reversed and a spend is cancelled; neither the other way round", async () => {
  const account = await anAccount();
  const award = await earn(account, { points: 100 });
  expect(await cancelSpend(db(), aReversal(award.entryId), february)).toEqual({
    ok: false,
    refusal: "not-reversible",
  });
});
