import { once } from "node:events";
import { env } from "../app/platform/env.server.ts";
import { startEmbedded } from "../app/platform/postgres/embedded.server.ts";

// Prints where the database is, for pg_dump and psql. With --keep the embedded server stays up until
// this command is stopped. The address holds the password.
const { DATABASE_URL, DATA_DIR } = env();
if (DATABASE_URL) {
  console.log(DATABASE_URL);
} else {
  const embedded = await startEmbedded(DATA_DIR);
  console.log(embedded.url);
  if (process.argv.includes("--keep")) {
    console.error("The embedded database stays up until you press Ctrl+C.");
    const alive = setInterval(() => {}, 60_000);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    clearInterval(alive);
  }
  await embedded.stopIfUnused();
}
