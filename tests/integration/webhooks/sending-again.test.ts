import { expect, test } from "vitest";
import { sendAgain } from "#app/modules/webhooks/send-again.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { switchEndpoint } from "#app/modules/webhooks/switch-endpoint.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anEndpoint } from "../../support/webhooks/endpoints.ts";
import { withEndpoint } from "../../support/webhooks/with-endpoint.ts";

testDatabase();

const at = withEndpoint();
const { aDelivery, send, delivery, theEndpoint } = at;

test("one is sent again whatever became of it, at once and with all attempts before it", async () => {
  const id = await aDelivery();
  await send(id);
  expect(await sendAgain(at.endpoint.id, { deliveryId: id }, at.admin)).toEqual({
    ok: true,
    count: 1,
  });
  expect(await delivery(id)).toMatchObject({ state: "waiting", attempts: 0 });
  await send(id);
  expect(at.receiver.received).toHaveLength(2);
  expect(new Set(at.receiver.received.map(({ body }) => body)).size).toBe(1);
  const other = await anEndpoint(at.admin.by);
  expect(await sendAgain(other.id, { deliveryId: id }, at.admin)).toEqual({ ok: true, count: 0 });
});

test("all that were given up since an instant are sent again, in their order; others are not", async () => {
  const [old, one, sent, two] = [
    await aDelivery(),
    await aDelivery(),
    await aDelivery(),
    await aDelivery(),
  ] as const;
  await send(sent);
  await db().webhookDelivery.updateMany({
    where: { id: { in: [old, one, two] } },
    data: { state: "failed", nextAt: null, attempts: 8 },
  });
  await db().$executeRaw`
    update webhook_event set created_at = now() - interval '2 days'
    where id = (select event_id from webhook_delivery where id = ${old})`;
  const failedSince = new Date(Date.now() - 86_400_000);
  expect(await sendAgain(at.endpoint.id, { failedSince }, at.admin)).toEqual({
    ok: true,
    count: 2,
  });
  const states = await db().webhookDelivery.findMany({ orderBy: { id: "asc" } });
  expect(states.map(({ state }) => state)).toEqual(["failed", "waiting", "sent", "waiting"]);
  expect(await sendAgain(at.endpoint.id, { failedSince }, at.admin)).toEqual({
    ok: true,
    count: 0,
  });
});

test("while it is off nothing is sent: neither a test, nor again, nor what waits", async () => {
  const id = await aDelivery();
  await switchEndpoint(at.endpoint.id, false, at.admin);
  expect(await sendTest(at.endpoint.id, at.admin)).toEqual({ ok: false, refusal: "off" });
  expect(await sendAgain(at.endpoint.id, { deliveryId: id }, at.admin)).toEqual({
    ok: false,
    refusal: "off",
  });
  await send(id);
  expect(at.receiver.received).toEqual([]);
  expect(await delivery(id)).toMatchObject({ state: "failed", failure: "off" });
  expect((await theEndpoint()).failingSince).toBeNull();
});
