import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { db, openDatabase } from "#app/platform/db.server.ts";
import { appRole } from "#app/platform/start.server.ts";
import { anAward, aSpend, at } from "./ledger-fixtures.ts";

// A process that books as fast as it can, for the crash test to kill. It says each key before it asks
// ("try") and after it was answered ("ack"); what was tried and not acknowledged was in flight.
//   tsx ledger-load.ts <url> <run>            until it is killed
//   tsx ledger-load.ts <url> <run> <key…>     these requests again, then ends

const [url = "", run = "", ...keys] = process.argv.slice(2);
const WORKERS = 10;
const now = at("2026-02-01");

openDatabase(url, await appRole(url));
const owners = Array.from({ length: WORKERS }, (_, worker) => `member:${run}-${worker}`);
const accounts = await openAccounts(db(), owners);

if (keys.length > 0) {
  for (const key of keys) await book(key);
  process.exit(0);
}
await Promise.all(
  owners.map(async (_, worker) => {
    for (let i = 0; ; i++) await book(`${run}/${worker}/${i}`);
  }),
);

/** Every third request spends 1, the others earn 2. */
async function book(key: string): Promise<void> {
  const [, worker, i] = key.split("/");
  const accountId = accounts.get(`member:${run}-${worker}`) as number;
  process.stdout.write(`try ${key}\n`);
  if (Number(i) % 3 === 2) {
    const answer = await spendPoints(db(), { ...aSpend(accountId, 1, key), scope: "load" }, now);
    if (!answer.ok) throw new Error("There must be enough.");
  } else {
    await earnPoints(db(), { ...anAward(accountId, { points: 2, key }), scope: "load" }, now);
  }
  process.stdout.write(`ack ${key}\n`);
}
