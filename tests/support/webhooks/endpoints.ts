import { randomUUID } from "node:crypto";
import { webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import type { Judge } from "#app/modules/webhooks/judge-endpoint.server.ts";
import { makeEndpoint, type NewEndpoint } from "#app/modules/webhooks/make-endpoint.server.ts";

/** Leads every name to one public address, at which nothing of ours is ever sent anything. */
export const NOWHERE: Judge = {
  resolve: async () => ({ ok: true, addresses: ["203.0.113.7"] }),
  allows: () => true,
};

/** An endpoint as an admin types it; the test changes what it is about. */
export function aTypedEndpoint(changes: Partial<NewEndpoint> = {}): NewEndpoint {
  return {
    url: "https://crm.marque.test/hooks",
    description: "CRM",
    events: webhookEventNames,
    requestKey: randomUUID(),
    ...changes,
  };
}

/** An endpoint, which must not be refused. */
export async function anEndpoint(
  by: number,
  changes: Partial<NewEndpoint> = {},
  judge: Judge = NOWHERE,
): Promise<{ id: number; secret: string }> {
  const made = await makeEndpoint(aTypedEndpoint(changes), { by, address: "203.0.113.9" }, judge);
  if (!made.ok) throw new Error(`The endpoint was refused: ${made.refusal}`);
  return made;
}
