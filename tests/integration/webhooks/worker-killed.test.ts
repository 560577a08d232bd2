import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";
import { anEndpoint } from "../../support/webhooks/endpoints.ts";
import { aReceiver, type Receiver } from "../../support/webhooks/receiver.ts";

const database = testDatabase();
const children: ChildProcess[] = [];
let receiver: Receiver;

beforeAll(async () => {
  await ensureClub(db());
  receiver = await aReceiver();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await receiver.stop();
});

function aWorker(): ChildProcess {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/webhooks/sending-process.ts"],
    { env: { ...process.env, DATABASE_URL: database.url }, stdio: "ignore" },
  );
  children.push(child);
  return child;
}

test("a worker killed while a program reads its message: another one sends it, and all behind it, under their ids", async () => {
  const admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "203.0.113.9" };
  const { id } = await anEndpoint(admin.by, { url: receiver.url }, receiver.way);
  // The first time the program reads the message and is cut off before it can say so.
  receiver.next(() => {});
  for (let i = 0; i < 3; i++) await sendTest(id, admin);
  const first = aWorker();
  await expect.poll(() => receiver.received.length, { timeout: 50_000 }).toBe(1);
  first.kill("SIGKILL");
  await once(first, "exit");

  aWorker();
  await expect
    .poll(() => db().webhookDelivery.count({ where: { state: "sent" } }), { timeout: 110_000 })
    .toBe(3);
  expect(receiver.received).toHaveLength(4);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(3);
  expect(ids.filter((each) => each === ids[0])).toHaveLength(2);
  await expect
    .poll(() => db().$queryRaw`select id from graphile_worker._private_jobs`, { timeout: 20_000 })
    .toEqual([]);
}, 200_000);
