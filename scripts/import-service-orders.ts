import { importServiceOrders } from "../app/modules/service/import-service-orders.server.ts";
import { runImportCommand } from "./import-command.ts";

// Brings the workshop's export in.
process.exitCode = await runImportCommand({
  kind: "service-orders",
  usage: `npm run import:service-orders -- FILE [--dry-run] [--no-letters]

  --dry-run     say what would happen, and change nothing
  --no-letters  write nothing to members whose points changed`,
  options: { "no-letters": { type: "boolean" } },
  chosen: (values) => ({ letters: values["no-letters"] !== true }),
  bringIn: importServiceOrders,
});
