import { createReadStream } from "node:fs";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { onDatabase } from "./databases.ts";

// Imports a file in a process of its own, so that its memory is the import's alone; see importing.ts.
//   argv: the database's connection string, the file

export type ImportFigures = {
  rows: number;
  seconds: number;
  /** Resident bytes, ten times a second while rows came in. */
  memory: number[];
};

const [url, file] = process.argv.slice(2) as [string, string];
await onDatabase(url, async () => {
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(process.memoryUsage.rss()), 100);
  const started = performance.now();
  const source = () => createReadStream(file, { highWaterMark: 1 << 18 });
  const answer = await importServiceOrders(source, { fileName: "orders.csv" });
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  if (!answer.ok) throw new Error(`The file was refused: ${answer.problem.key}`);
  const rows = Object.values(answer.counts.outcomes).reduce((sum, count) => sum + count, 0);
  process.send?.({ rows, seconds, memory } satisfies ImportFigures);
});
process.disconnect?.();
