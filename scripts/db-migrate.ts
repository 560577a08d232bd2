import { env } from "../app/platform/env.server.ts";
import { migrate } from "../app/platform/migrations/migrate.server.ts";
import { startEmbedded } from "../app/platform/postgres/embedded.server.ts";

// Brings the database up to this version of the code. Safe to repeat.
const { DATABASE_URL, DATA_DIR } = env();
const embedded = DATABASE_URL ? undefined : await startEmbedded(DATA_DIR);
try {
  const applied = await migrate(DATABASE_URL ?? (embedded?.url as string));
  console.log(applied.length ? `Applied:\n  ${applied.join("\n  ")}` : "Nothing to apply.");
} finally {
  await embedded?.stopIfUnused();
}
