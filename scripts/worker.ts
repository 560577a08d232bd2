import "../app/platform/node-env.server.ts";
import { startJobs } from "../app/jobs.server.ts";
import { onStopSignal } from "../app/platform/http/serve.server.ts";
import { log } from "../app/platform/log.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";

// `npm run worker`: does jobs and serves no pages, beside web nodes that run with WORKER=off.
const platform = await startPlatform();
const jobs = await startJobs();
log().info({ database: platform.where }, "working");

onStopSignal(async () => {
  await jobs.stop();
  await platform.stop();
});
