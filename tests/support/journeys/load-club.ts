import { startEmbedded } from "#app/platform/postgres/embedded.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { stopOnSignal } from "#app/platform/stop-signal.server.ts";
import { loadDemoClub } from "../../../prisma/seed/demo-club.ts";
import { withoutDurability } from "../not-durable.ts";

// Loads the demo club into DATA_DIR and leaves it stopped, to be copied.
const loading = stopOnSignal();
const { DATA_DIR = "" } = process.env;
const server = await loading.begin(startEmbedded(DATA_DIR), (server) => server.stopIfUnused());
await withoutDurability(server.url);
const platform = await loading.begin(startPlatform(), (platform) => platform.stop());
await loading.begin(loadDemoClub());
await platform.stop();
await server.stopIfUnused();
