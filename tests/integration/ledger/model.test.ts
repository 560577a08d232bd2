import fc from "fast-check";
import { expect, test } from "vitest";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { sealLedger } from "#app/modules/ledger/seal-ledger.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anAccount } from "../../support/ledger-fixtures.ts";
import { LedgerModel } from "../../support/ledger-model.ts";
import { anyStep, SideBySide, type Step } from "../../support/ledger-steps.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();

const SEQUENCES = sized({ full: 500, quick: 150 });
const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 2 ** 31);

test(`whatever happens to an account, it is what the plainest model says (LEDGER_SEED=${seed})`, async () => {
  const sequences = fc.array(anyStep, { minLength: 4, maxLength: 24, size: "max" });
  await fc.assert(fc.asyncProperty(sequences, runBesideTheModel), { seed, numRuns: SEQUENCES });

  await sealLedger(db());
  const { checks } = await verifyLedger(db());
  expect(checks.filter((check) => !check.ok)).toEqual([]);
}, 180_000);

async function runBesideTheModel(steps: Step[]): Promise<void> {
  const pair = new SideBySide(await anAccount(), new LedgerModel());
  for (const step of steps) {
    const answers = await pair.take(step);
    if (answers) expect(answers.real).toMatchObject(answers.modelled);
    await expectTheSameBalance(pair);
  }
  await expectAStatementThatAddsUp(pair);
}

/** Read by the clock alone: the last step may have been nothing but time. */
async function expectTheSameBalance({ accountId, model, now }: SideBySide): Promise<void> {
  const balance = (await loadBalances(db(), [accountId], now, 1)).get(accountId);
  expect(balance).toMatchObject(model.balance());
}

async function expectAStatementThatAddsUp({ accountId }: SideBySide): Promise<void> {
  const lines = (await loadStatement(db(), accountId, { limit: 500 })).reverse();
  let balance = 0;
  for (const [i, line] of lines.entries()) {
    balance += line.points;
    expect(line).toMatchObject({ version: i + 1, balance });
  }
}
