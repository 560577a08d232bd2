import { afterEach, beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { sendInTurn } from "#app/modules/webhooks/send-in-turn.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { startWorker, type Worker, workerReady } from "#app/platform/worker.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";
import { anEndpoint } from "../../support/webhooks/endpoints.ts";
import { aReceiver, type Receiver } from "../../support/webhooks/receiver.ts";

testDatabase();

const receivers: Receiver[] = [];
const workers: Worker[] = [];
let admin: { by: number; address: string };

beforeAll(async () => {
  await ensureClub(db());
  admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "203.0.113.9" };
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
  await db().webhookEndpoint.deleteMany();
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

async function aProgram() {
  const receiver = await aReceiver();
  receivers.push(receiver);
  const { id } = await anEndpoint(admin.by, { url: receiver.url }, receiver.way);
  return { receiver, id };
}

/** A worker that sends as the club's does, but for where the way leads. */
async function aWorker(done: string[] = []) {
  const [first] = receivers;
  const worker = await startWorker({
    tasks: {
      note: async (payload) => {
        done.push((payload as { note: string }).note);
      },
    },
    schedule: [],
    outward: {
      "send-webhook": (payload, { signal }) =>
        sendInTurn((payload as { deliveryId: number }).deliveryId, signal, first?.way),
    },
  });
  workers.push(worker);
}

test("a program that does not answer holds up neither another program nor the club's own work", async () => {
  const [slow, quick] = [await aProgram(), await aProgram()];
  const held: (() => void)[] = [];
  const hold: Parameters<Receiver["next"]>[0] = (answer) => {
    held.push(() => answer.writeHead(204).end());
  };
  slow.receiver.next(...Array.from({ length: 12 }, () => hold));
  const done: string[] = [];
  await aWorker(done);
  for (let i = 0; i < 12; i++) await sendTest(slow.id, admin);
  await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1);
  for (let i = 0; i < 3; i++) await sendTest(quick.id, admin);
  await enqueue(db(), "note", { note: "a letter" });
  await expect.poll(() => quick.receiver.received.length, { timeout: 20_000 }).toBe(3);
  await expect.poll(() => done).toEqual(["a letter"]);
  // Of those to one program the next waits for the one before.
  expect(held).toHaveLength(1);
  expect(await workerReady()).toBe(true);
  for (let answered = 0; answered < 12; answered++) {
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(answered + 1);
    held[answered]?.();
  }
  await expect.poll(() => db().webhookDelivery.count({ where: { state: "sent" } })).toBe(15);
});

test("many to one program go out one after the other without a pause, and leave nothing in the queue", async () => {
  const { receiver, id } = await aProgram();
  for (let i = 0; i < 150; i++) await sendTest(id, admin);
  await aWorker();
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(150);
  const sequences = receiver.received.map(({ body }) => JSON.parse(body).sequence);
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  await expect
    .poll(() => db().$queryRaw`select id from graphile_worker._private_jobs`, { timeout: 20_000 })
    .toEqual([]);
  expect(await db().webhookDelivery.count({ where: { state: "sent", attempts: 1 } })).toBe(150);
});

test("one that is not taken comes again by itself, after its pause", async () => {
  const { receiver, id } = await aProgram();
  receiver.next(503);
  await aWorker();
  await sendTest(id, admin);
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(2);
  await expect
    .poll(() => db().webhookDelivery.count({ where: { state: "sent", attempts: 2 } }))
    .toBe(1);
  await expect.poll(() => db().$queryRaw`select id from graphile_worker._private_jobs`).toEqual([]);
});
