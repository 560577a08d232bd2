import { writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "#app/platform/project-root.server.ts";
import type { Bench } from "./bench.ts";
import { startDatabases } from "./databases.ts";
import { measureDesk } from "./desk.ts";
import { measureEvents } from "./events.ts";
import type { Figure, Measurement } from "./figures.ts";
import { measureGifts } from "./gifts.ts";
import { measureGrowth } from "./growth.ts";
import { measureImport } from "./importing.ts";
import { measureLedger } from "./ledger.ts";
import { measurePages } from "./pages.ts";
import { measurePayments } from "./payments.ts";
import { measurePictures } from "./pictures.ts";
import { measureReferrals } from "./referrals.ts";
import { asJson, table } from "./report.ts";

// Measures what quality is said to be in figures; docs/decisions/benchmarks.md says how to read them.
//   npm run bench
//   npm run bench -- --quick                small sizes
//   npm run bench -- --only ledger,pages
//   npm run bench -- --keep                 leaves the filled databases for the next run with --keep
const measurements: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  ledger: measureLedger,
  import: measureImport,
  growth: measureGrowth,
  desk: measureDesk,
  pages: measurePages,
  gifts: measureGifts,
  payments: measurePayments,
  events: measureEvents,
  pictures: measurePictures,
  referrals: measureReferrals,
};

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const wanted = values.only?.split(",") ?? Object.keys(measurements);
const unknown = wanted.filter((name) => !measurements[name]);
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown}; there are: ${Object.keys(measurements).join(" ")}`,
  );
  process.exit(2);
}

// Never the real data, nor a server with somebody's database: a folder of its own.
const folder = path.join(process.env.DATA_DIR || ".data", "bench");
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL ||= "warn";
delete process.env.DATABASE_URL;

const databases = await startDatabases(folder);
const done: Measurement[] = [];
try {
  for (const name of wanted) {
    const started = performance.now();
    const figures = await measurements[name]?.({ databases, quick: values.quick });
    if (figures) done.push({ name, figures });
    console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
  }
} finally {
  await (values.keep ? databases.stop() : databases.remove());
}

const about = {
  at: new Date().toISOString(),
  quick: values.quick,
  node: process.version,
  cpu: `${os.availableParallelism()} × ${os.cpus()[0]?.model ?? "unknown"}`,
};
const json = asJson(done, about);
await writeFile(path.join(projectRoot(), "bench-results.json"), `${json}\n`);
console.log(`\n${table(done)}\n\n${json}`);
