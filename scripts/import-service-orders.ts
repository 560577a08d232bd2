import { importServiceOrders } from "../app/modules/service/import-service-orders.server.ts";
import { runImportCommand } from "./import-command.ts";

// Brings the workshop's export in.
process.exitCode = await runImportCommand({
  kind: "service-orders",
  usage: `npm run import:service-orders -- FILE [--dry-run] [--encoding NAME] [--no-letters]

  --dry-run     say what would happen, and change nothing
  --encoding    gb18030, big5, windows-1252, utf-8, utf-16le or utf-16be, where the file does not say
  --no-letters  write nothing to members whose points changed`,
  options: { "no-letters": { type: "boolean" } },
  chosen: (values) => ({ letters: values["no-letters"] !== true }),
  bringIn: importServiceOrders,
});
