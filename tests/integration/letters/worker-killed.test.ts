import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startJobs } from "#app/jobs.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type Worker, workerReady } from "#app/platform/worker.server.ts";
import { testDatabase } from "../../support/database.ts";
import { letters, mailServer } from "../../support/mail-server.ts";

const database = testDatabase();
const server = await mailServer();
process.env.SMTP_URL = server.url;
let child: ChildProcess | undefined;
let worker: Worker | undefined;

beforeAll(() => server.start());
afterAll(async () => {
  child?.kill("SIGKILL");
  await worker?.stop();
  await server.stop();
});

test("a worker killed while it hands over a letter: another one finishes, under the same id", async () => {
  const seen: (string | undefined)[] = [];
  let answer: (() => void) | undefined;
  server.onLetter = (mail) => {
    seen.push(mail.messageId);
    // The first time the server takes the letter and is cut off before it can say so.
    return seen.length === 1 ? new Promise((resolve) => (answer = resolve)) : undefined;
  };
  child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, WORKER: "on" },
    stdio: "ignore",
  });
  const id = await writeLetter(db(), {
    to: "ada@marque.test",
    template: "welcome",
    locale: "en",
    props: {
      name: "Ada",
      memberNumber: "M10000001",
      tier: "gold",
      available: 120,
      imported: false,
    },
  });
  await expect.poll(() => seen.length, { timeout: 50_000 }).toBe(1);
  expect(await workerReady()).toBe(true);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect((await db().mail.findUniqueOrThrow({ where: { id: id as number } })).state).toBe(
    "sending",
  );

  worker = await startJobs();
  await expect.poll(() => seen.length, { timeout: 40_000 }).toBe(2);
  await letters(server, 1);
  expect(new Set(seen).size).toBe(1);
  await expect
    .poll(async () => (await db().mail.findUniqueOrThrow({ where: { id: id as number } })).state)
    .toBe("sent");
  expect(await db().$queryRaw`select id from graphile_worker._private_jobs`).toEqual([]);
  answer?.();
});
