import { afterAll, beforeAll, beforeEach } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { sendDelivery } from "#app/modules/webhooks/send-delivery.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aPerson } from "../people.ts";
import { anEndpoint } from "./endpoints.ts";
import { aReceiver, type Receiver } from "./receiver.ts";

/** For a file of tests: a program that receives messages, and of each test an endpoint that leads to it. */
export function withEndpoint() {
  const at = {} as {
    receiver: Receiver;
    admin: { by: number; address: string };
    endpoint: { id: number; secret: string };
  };
  beforeAll(async () => {
    await ensureClub(db());
    at.receiver = await aReceiver();
    at.admin = { by: (await aPerson({ roles: ["admin"] })).id, address: "203.0.113.9" };
  });
  beforeEach(async () => {
    await db().webhookEndpoint.deleteMany();
    at.receiver.received.length = 0;
    at.endpoint = await anEndpoint(at.admin.by, { url: at.receiver.url }, at.receiver.way);
  });
  afterAll(() => at.receiver.stop());
  return Object.assign(at, {
    /** A message on its way to the endpoint: its id. */
    async aDelivery(): Promise<number> {
      await sendTest(at.endpoint.id, at.admin);
      return (await db().webhookDelivery.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    },
    send: (id: number) => sendDelivery(id, at.receiver.way),
    delivery: (id: number) => db().webhookDelivery.findUniqueOrThrow({ where: { id } }),
    theEndpoint: () => db().webhookEndpoint.findUniqueOrThrow({ where: { id: at.endpoint.id } }),
  });
}
