import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { TEST_EVENT } from "#app/modules/api/webhook-schemas.ts";
import { makeNewSecret } from "#app/modules/webhooks/make-new-secret.server.ts";
import { sendDelivery } from "#app/modules/webhooks/send-delivery.server.ts";
import { sweepWebhooks } from "#app/modules/webhooks/sweep-webhooks.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import type { Receiver, Reply } from "../../support/webhooks/receiver.ts";
import { withEndpoint } from "../../support/webhooks/with-endpoint.ts";

testDatabase();

const at = withEndpoint();
const { aDelivery, send, delivery, theEndpoint } = at;
/** As if the pause had passed. */
const wait = (id: number) =>
  db().webhookDelivery.update({ where: { id }, data: { nextAt: new Date(0) } });
const jobs = () =>
  db().$queryRaw<{ key: string; queue: string; wait: number }[]>`
    select job.key, queue.queue_name as queue,
      extract(epoch from job.run_at - now())::float8 as wait
    from graphile_worker._private_jobs job
    join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id
    where job.key like 'webhook:%' order by job.id desc limit 1`;

function signature(secret: string, { headers, body }: Receiver["received"][number]): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

test("a message that is taken is sent once, signed with the endpoint's secret", async () => {
  const id = await aDelivery();
  await send(id);
  await send(id);
  expect(at.receiver.received).toHaveLength(1);
  const [message] = at.receiver.received as [Receiver["received"][number]];
  expect(message.headers["webhook-signature"]).toBe(signature(at.endpoint.secret, message));
  expect(Math.abs(Number(message.headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(
    60,
  );
  expect(JSON.parse(message.body)).toMatchObject({
    id: message.headers["webhook-id"],
    type: TEST_EVENT,
    data: {},
  });
  expect(await delivery(id)).toMatchObject({
    state: "sent",
    attempts: 1,
    status: 204,
    failure: null,
    nextAt: null,
    claimedAt: null,
  });
});

test("a receiver that is busy is left alone for as long as it asks, a day at most", async () => {
  const busy = (status: number, retryAfter: string): Reply => {
    return (answer) => answer.writeHead(status, { "Retry-After": retryAfter }).end();
  };
  const pauses: number[] = [];
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const asked = ["600", inAnHour, "1", "soon", "9999999999"];
  const id = await aDelivery();
  for (const [place, retryAfter] of asked.entries()) {
    at.receiver.next(busy(place % 2 === 0 ? 503 : 429, retryAfter));
    await send(id);
    const { triedAt, nextAt } = await delivery(id);
    pauses.push((Number(nextAt) - Number(triedAt)) / 60_000);
    expect((await jobs())[0]?.wait).toBeCloseTo((pauses.at(-1) ?? 0) * 60, -2);
    await wait(id);
  }
  expect(pauses[0]).toBe(10);
  expect(pauses[1]).toBeCloseTo(60, 0);
  // Sooner than its own pauses, and what nobody can read, changes nothing of them: half an hour and two hours.
  expect(pauses[2]).toBeGreaterThanOrEqual(30);
  expect(pauses[2]).toBeLessThanOrEqual(36);
  expect(pauses[3]).toBeGreaterThanOrEqual(120);
  expect(pauses[3]).toBeLessThanOrEqual(144);
  expect(pauses[4]).toBe(24 * 60);
  expect(await delivery(id)).toMatchObject({ state: "waiting", attempts: 5 });
});

test("one that is not taken goes again after a pause, under its id and with a new signature", async () => {
  const id = await aDelivery();
  at.receiver.next(500, 204);
  await send(id);
  expect(await delivery(id)).toMatchObject({
    state: "waiting",
    attempts: 1,
    status: 500,
    failure: "status",
  });
  expect((await theEndpoint()).failingSince).toBeInstanceOf(Date);
  const [job] = await jobs();
  expect(job).toMatchObject({ key: `webhook:${id}`, queue: `webhook:${at.endpoint.id}` });
  expect(job?.wait).toBeGreaterThan(1);
  expect(job?.wait).toBeLessThan(7);
  // Too early: nothing happens.
  await send(id);
  expect(at.receiver.received).toHaveLength(1);
  await wait(id);
  await send(id);
  expect(await delivery(id)).toMatchObject({ state: "sent", attempts: 2, failure: null });
  expect((await theEndpoint()).failingSince).toBeNull();
  const [first, second] = at.receiver.received as [
    Receiver["received"][number],
    Receiver["received"][number],
  ];
  expect(second.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  expect(second.body).toBe(first.body);
  expect(second.headers["webhook-signature"]).toBe(signature(at.endpoint.secret, second));
});

test("pauses grow, and after eight attempts a message is given up", async () => {
  const id = await aDelivery();
  at.receiver.next(...Array.from({ length: 8 }, () => 503));
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    await send(id);
    const { nextAt, triedAt } = await delivery(id);
    if (nextAt) waits.push((nextAt.getTime() - (triedAt as Date).getTime()) / 1000);
    if (attempt < 8) await wait(id);
  }
  expect(waits).toHaveLength(7);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThanOrEqual(14 * 3600);
  expect(await delivery(id)).toMatchObject({ state: "failed", attempts: 8, status: 503 });
  // One message that is given up switches nothing off: nothing may have been sent for days before it.
  expect((await theEndpoint()).offAt).toBeNull();
});

test("two workers at once send it once; the other one looks again later", async () => {
  const id = await aDelivery();
  let answer: (() => void) | undefined;
  at.receiver.next((response) => {
    answer = () => response.writeHead(204).end();
  });
  const first = send(id);
  await expect.poll(() => at.receiver.received.length).toBe(1);
  await expect(send(id)).rejects.toThrow("somebody else");
  answer?.();
  await first;
  await send(id);
  expect(at.receiver.received).toHaveLength(1);
});

test("one whose worker was killed goes again under its id, and what the first says later counts no more", async () => {
  const id = await aDelivery();
  let answer: (() => void) | undefined;
  at.receiver.next((response) => {
    answer = () => response.writeHead(500).end();
  });
  const first = send(id);
  await expect.poll(() => at.receiver.received.length).toBe(1);
  await db().$executeRaw`
    update webhook_delivery set claimed_at = claimed_at - interval '31 seconds' where id = ${id}`;
  await send(id);
  answer?.();
  await first;
  expect(at.receiver.received).toHaveLength(2);
  expect(new Set(at.receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(await delivery(id)).toMatchObject({ state: "sent", status: 204 });
});

test("410 switches the endpoint off, and every admin is written to once", async () => {
  const [one, two] = [await aDelivery(), await aDelivery()];
  at.receiver.next(410);
  await send(one);
  expect(await delivery(one)).toMatchObject({ state: "failed", status: 410, attempts: 1 });
  expect(await theEndpoint()).toMatchObject({ offWhy: "gone" });
  await send(two);
  expect(at.receiver.received).toHaveLength(1);
  expect(await delivery(two)).toMatchObject({ state: "failed", failure: "off" });
  const letters = await db().mail.findMany({ where: { template: "webhook-off" } });
  expect(letters.map(({ personId }) => personId)).toEqual([at.admin.by]);
  expect(letters[0]?.props).toMatchObject({ host: new URL(at.receiver.url).host, why: "gone" });
  expect(JSON.stringify(letters[0]?.props)).not.toContain("team=7");
});

test("an endpoint to which nothing got through for three days is switched off as a message is given up", async () => {
  const id = await aDelivery();
  const since = new Date(Date.now() - 72 * 3600_000 - 60_000);
  await db().webhookEndpoint.update({
    where: { id: at.endpoint.id },
    data: { failingSince: since },
  });
  at.receiver.next(500, 500);
  await send(id);
  expect((await theEndpoint()).offAt).toBeNull();
  await db().webhookDelivery.update({
    where: { id },
    data: { nextAt: new Date(0), attempts: 7 },
  });
  await send(id);
  expect(await theEndpoint()).toMatchObject({ offWhy: "failing", failingSince: since });
  expect(await db().auditEntry.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    action: "webhook.switched-off",
    personId: null,
    detail: { why: "failing" },
  });
});

test("for a day after a new secret was made both sign, then the new one alone", async () => {
  const made = await makeNewSecret(at.endpoint.id, at.admin);
  if (!made.ok) throw new Error(made.refusal);
  await send(await aDelivery());
  const both = at.receiver.received.at(-1) as Receiver["received"][number];
  expect(both.headers["webhook-signature"]).toBe(
    `${signature(made.secret, both)} ${signature(at.endpoint.secret, both)}`,
  );
  await db().$executeRaw`
    update webhook_endpoint set old_secret_until = now() - interval '1 second'`;
  await send(await aDelivery());
  const one = at.receiver.received.at(-1) as Receiver["received"][number];
  expect(one.headers["webhook-signature"]).toBe(signature(made.secret, one));
  await sweepWebhooks(db());
  expect((await theEndpoint()).oldSecret).toBeNull();
});

test("a secret that cannot be read any more is a failure of its own, and nothing is sent unsigned", async () => {
  const id = await aDelivery();
  await db().webhookEndpoint.update({
    where: { id: at.endpoint.id },
    data: { secret: new Uint8Array(80) },
  });
  await send(id);
  expect(await delivery(id)).toMatchObject({ state: "waiting", failure: "secret" });
  expect(at.receiver.received).toEqual([]);
  await makeNewSecret(at.endpoint.id, at.admin);
  await db().webhookEndpoint.update({
    where: { id: at.endpoint.id },
    data: { oldSecret: null, oldSecretUntil: null },
  });
  await wait(id);
  await send(id);
  expect(await delivery(id)).toMatchObject({ state: "sent" });
});

test("what leads into a private network is refused at each attempt, whatever it was when it was saved", async () => {
  const id = await aDelivery();
  await sendDelivery(id, { ...at.receiver.way, allows: () => false });
  expect(await delivery(id)).toMatchObject({ state: "waiting", failure: "address", status: null });
  expect(at.receiver.received).toEqual([]);
});

test("what was sent a month ago is forgotten, with what became of it", async () => {
  const [old, late] = [await aDelivery(), await aDelivery()];
  await db().$executeRaw`
    update webhook_event set created_at = now() - interval '30 days 1 minute'
    where id = (select event_id from webhook_delivery where id = ${old})`;
  await db().$executeRaw`
    update webhook_event set created_at = now() - interval '29 days 23 hours'
    where id = (select event_id from webhook_delivery where id = ${late})`;
  await sweepWebhooks(db());
  expect((await db().webhookDelivery.findMany()).map(({ id }) => id)).toEqual([late]);
  // Its job finds nothing to do.
  await send(old);
  await sleep(10);
  expect(at.receiver.received).toEqual([]);
});
