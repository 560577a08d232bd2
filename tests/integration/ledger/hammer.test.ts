import { expect, test } from "vitest";
import { cancelSpend } from "#app/modules/ledger/cancel-spend.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { Booked } from "#app/modules/ledger/entry.ts";
import { lapseDue } from "#app/modules/ledger/lapse-due.server.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { ReversalsRefused, reverseMany } from "#app/modules/ledger/reverse-many.server.ts";
import { sealLedger } from "#app/modules/ledger/seal-ledger.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAward, aReversal, aSpend, at, fresh } from "../../support/ledger-fixtures.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();

const WORKERS = 20;
const ACCOUNTS = 80;
const ROUNDS = sized({ full: 12, quick: 6 });
const now = at("2026-02-01");

type Answer = Booked | { ok: false; refusal: string };
type Tally = {
  earned: number;
  spent: number;
  reversed: number;
  cancelled: number;
  refused: number;
};

test(`${WORKERS} workers on ${ACCOUNTS} accounts, every reversal tried twice at once: exact to the point`, async () => {
  const owners = Array.from({ length: ACCOUNTS }, () => `member:${fresh()}`);
  const accounts = [...(await openAccounts(db(), owners)).values()];

  const tallies = await Promise.all(
    Array.from({ length: WORKERS }, (_, worker) => work(worker, accounts)),
  );

  const balances = [...(await loadBalances(db(), accounts, now)).values()];
  const moved = tallies.map((t) => t.earned - t.spent - t.reversed + t.cancelled);
  expect(sum(balances.map((balance) => balance.posted))).toBe(sum(moved));
  expect(sum(tallies.map((tally) => tally.refused)), "the second of every pair").toBeGreaterThan(
    WORKERS * ROUNDS,
  );
  await sealLedger(db());
  const { checks } = await verifyLedger(db());
  expect(checks.filter((check) => !check.ok)).toEqual([]);
  expect(await deadlocks(), "locks are taken in one order").toBe(0);
});

async function work(worker: number, accounts: number[]): Promise<Tally> {
  const tally: Tally = { earned: 0, spent: 0, reversed: 0, cancelled: 0, refused: 0 };
  const account = (i: number) => accounts[(worker * 7 + i * 13) % accounts.length] as number;
  for (let round = 0; round < ROUNDS; round++) {
    const award = anAward(account(round), { points: 50, statusPoints: 5 });
    const [earned] = await Promise.all([
      earnPoints(db(), award, now),
      earnPoints(db(), award, now),
    ]);
    tally.earned += 50;

    const bulk = await earnMany(
      db(),
      [1, 2, 3].map((i) => anAward(account(round * 3 - i + ACCOUNTS), { points: 10 })),
      now,
    );
    tally.earned += 30;

    const spent = await spendPoints(db(), aSpend(account(round + 1), 30), now);
    if (spent.ok) {
      tally.spent += 30;
      const twice = [1, 2].map(() => cancelSpend(db(), aReversal(spent.entryId), now));
      tally.cancelled += 30 * countBooked(await Promise.all(twice), tally);
    }

    if (round % 2 === 0) {
      const twice = [1, 2].map(() => reverseEntry(db(), aReversal(earned.entryId), now));
      tally.reversed += 50 * countBooked(await Promise.all(twice), tally);
    } else {
      // Upside down for every second worker: whatever the order asked for, locks are taken in one.
      const ids = bulk.map((entry) => entry.entryId);
      const orders = [ids, ids.toReversed()];
      const twice = orders.map((order) =>
        answersTo(
          reverseMany(
            db(),
            order.map((id) => aReversal(id)),
            now,
          ),
        ),
      );
      tally.reversed += 10 * countBooked((await Promise.all(twice)).flat(), tally);
    }
    if (round % 5 === 0) await lapseDue(db(), now);
  }
  return tally;
}

/** The answers to a bulk request, also where the ledger refused some of it. */
async function answersTo(reversing: ReturnType<typeof reverseMany>) {
  try {
    return (await reversing).map((booked) => ({ ok: true as const, ...booked }));
  } catch (error) {
    if (error instanceof ReversalsRefused) return error.answers;
    throw error;
  }
}

/** How many were booked, which of a pair must be one; the others are counted as refused. */
function countBooked(answers: (Answer | { ok: true })[], tally: Tally): number {
  const booked = answers.filter((answer) => answer.ok).length;
  expect(booked).toBe(answers.length / 2);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.refusal).toBe("already-reversed");
  }
  tally.refused += answers.length - booked;
  return booked;
}

async function deadlocks(): Promise<number> {
  const [row] = await db().$queryRaw<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks ?? 0;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
