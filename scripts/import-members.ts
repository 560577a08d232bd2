import { importMembers } from "../app/modules/roster/import-members.server.ts";
import { parseDay } from "../app/platform/club-time.ts";
import { runImportCommand } from "./import-command.ts";

// Brings the roster in.
process.exitCode = await runImportCommand({
  kind: "members",
  usage: `npm run import:members -- FILE [--dry-run] [--encoding NAME] [--as-of YYYY-MM-DD] [--invite]

  --dry-run  say what would happen, and change nothing
  --encoding gb18030, big5, windows-1252, utf-8, utf-16le or utf-16be, where the file does not say
  --as-of    the day on which the opening balances were drawn up; today unless given
  --invite   write to each new member who has an e-mail`,
  options: { "as-of": { type: "string" }, invite: { type: "boolean" } },
  chosen(values) {
    const asOf = values["as-of"];
    if (typeof asOf === "string" && parseDay(asOf) === null) throw new Error("not a day");
    return { invite: values.invite === true, ...(typeof asOf === "string" ? { asOf } : {}) };
  },
  bringIn: importMembers,
});
