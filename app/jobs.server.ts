import { features, house } from "./features.server.ts";
import type { Feature } from "./modules/feature.ts";
import { db } from "./platform/db.server.ts";
import { sweepPictures } from "./platform/kept-pictures.server.ts";
import { closeMailer } from "./platform/mailer.server.ts";
import { sweepAttempts } from "./platform/rate-limit.server.ts";
import {
  type Jobs,
  startWorker,
  type Task,
  type Worker,
  workerReady,
} from "./platform/worker.server.ts";

/** Forgets what has served its time, noun after noun. */
const sweep: Task = async () => {
  await sweepAttempts(db());
  await sweepPictures(db());
  for (const forget of features.flatMap(({ sweeps }) => sweeps ?? [])) await forget(db());
};

const withHouse = (tasks: Feature["tasks"] = {}): Record<string, Task> =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [
      name,
      async (payload, job) => {
        await work(payload, job, house);
      },
    ]),
  );

/** Which task does what, and when which runs by itself: what the nouns of the house set going. */
const jobs: Jobs = {
  tasks: {
    sweep,
    ...Object.assign({}, ...features.map(({ tasks }) => withHouse(tasks))),
  },
  outward: Object.assign({}, ...features.map(({ outwardTasks }) => withHouse(outwardTasks))),
  schedule: [
    { task: "sweep", cron: "41 * * * *" },
    ...features.flatMap(({ schedule }) => schedule ?? []),
  ],
};

/** Begins to work off the queue in this process. */
export async function startJobs(): Promise<Worker> {
  const worker = await startWorker(jobs);
  return {
    async stop() {
      await worker.stop();
      closeMailer();
    },
  };
}

/** For /readyz: whether jobs are being done, here or elsewhere. */
export async function jobsReady(): Promise<{ ok: boolean; detail?: string }> {
  return (await workerReady()) ? { ok: true } : { ok: false, detail: "no worker is at work" };
}
