import { parseArgs } from "node:util";
import { verifyLedger } from "../app/modules/ledger/verify-ledger.server.ts";
import { verifyStock } from "../app/modules/stock/verify-stock.server.ts";
import { db } from "../app/platform/db.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Checks every promise of the points ledger, and that the gifts' shelves are what was moved, and prints the report as JSON; exits with 1 on a breach.
//   npm run ledger:verify
//   npm run ledger:verify -- --head <hash>   the hash of a head noted earlier must be in the chain
const { values } = parseArgs({ options: { head: { type: "string" } } });
const platform = await startPlatform();
try {
  const ledger = await verifyLedger(db(), values.head);
  const stock = await verifyStock(db());
  const ok = ledger.ok && stock.length === 0;
  console.log(JSON.stringify({ ...ledger, ok, stock }, null, 2));
  process.exitCode = ok ? 0 : 1;
} finally {
  await platform.stop();
}
