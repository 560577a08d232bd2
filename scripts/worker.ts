import "../app/platform/node-env.server.ts";
import { startJobs } from "../app/jobs.server.ts";
import { ensureClub } from "../app/modules/club/ensure-club.server.ts";
import { db } from "../app/platform/db.server.ts";
import { log } from "../app/platform/log.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";
import { stopOnSignal } from "../app/platform/stop-signal.server.ts";

// `npm run worker`: does jobs and serves no pages, beside web nodes that run with WORKER=off.
const worker = stopOnSignal();
const platform = await worker.begin(startPlatform(), (platform) => platform.stop());
await worker.begin(ensureClub(db()));
await worker.begin(startJobs(), (jobs) => jobs.stop());
log().info({ database: platform.where }, "working");
