import { parseArgs } from "node:util";
import { verifyLedger } from "../app/modules/ledger/verify-ledger.server.ts";
import { db } from "../app/platform/db.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// Checks every promise of the points ledger and prints the report as JSON; exits with 1 on a breach.
//   npm run ledger:verify
//   npm run ledger:verify -- --head <hash>   the hash of a head noted earlier must be in the chain
const { values } = parseArgs({ options: { head: { type: "string" } } });
const platform = await startPlatform();
try {
  const report = await verifyLedger(db(), values.head);
  console.log(JSON.stringify(report, null, 2));
  process.exitCode = report.ok ? 0 : 1;
} finally {
  await platform.stop();
}
