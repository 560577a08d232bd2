import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { writeOrderFile } from "../../tests/support/order-file.ts";
import type { Bench } from "./bench.ts";
import { onDatabase, onServer } from "./databases.ts";
import { type Figure, spread } from "./figures.ts";
import type { ImportFigures } from "./import-process.ts";
import { makeClub } from "./made-club.ts";

/**
 * A workshop's export from the first byte to the last letter: every order kept, every award posted.
 * Six thousand cars, five thousand of them held by members.
 */
export async function measureImport({ databases, quick }: Bench): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "marque-bench-"));
  const file = path.join(folder, "orders.csv");
  try {
    const runs: ImportFigures[] = [];
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      const url = await databases.create("bench_import");
      const { cars } = await onDatabase(url, () => makeClub({ members: 5000, orders: 0 }));
      await onServer(url, "vacuum analyze");
      if (run === 0) await writeOrderFile(file, { orders: quick ? 10_000 : 100_000, cars });
      runs.push(await importInOwnProcess(url, file));
    }
    return [
      {
        what: `${runs[0]?.rows.toLocaleString("en-US")} service orders, everything posted`,
        value: spread(runs.map(({ rows, seconds }) => rows / seconds)),
        unit: "rows/s",
        bar: { atLeast: 5000 },
      },
      {
        what: "memory of that process at its peak",
        value: spread(runs.map(({ memory }) => Math.max(...memory) / 1e6)),
        unit: "MB",
      },
      {
        what: "memory at its peak, against the peak of the first third",
        value: spread(runs.map(({ memory }) => growthOf(memory))),
        unit: "times",
        note: "flat memory is near 1",
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function growthOf(memory: number[]): number {
  return Math.max(...memory) / Math.max(...memory.slice(0, Math.ceil(memory.length / 3)));
}

async function importInOwnProcess(url: string, file: string): Promise<ImportFigures> {
  const child = fork(new URL("./import-process.ts", import.meta.url), [url, file], {
    execArgv: ["--import", "tsx"],
  });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`The import ended with ${code}.`);
  });
  const [figures] = (await Promise.race([once(child, "message"), failed])) as [ImportFigures];
  await failed.catch(() => {});
  return figures;
}
