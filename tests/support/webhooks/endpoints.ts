import { randomUUID } from "node:crypto";
import { webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import { makeEndpoint, type NewEndpoint } from "#app/modules/webhooks/make-endpoint.server.ts";
import type { Way } from "#app/modules/webhooks/post-outside.server.ts";

/** Leads every name to one public address, at which nothing of ours is ever sent anything. */
export const NOWHERE: Pick<Way, "resolve" | "allows"> = {
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
  way: Pick<Way, "resolve" | "allows"> = NOWHERE,
): Promise<{ id: number; secret: string }> {
  const made = await makeEndpoint(
    aTypedEndpoint(changes),
    { by, address: "203.0.113.9" },
    { timeoutMs: 1, ...way },
  );
  if (!made.ok) throw new Error(`The endpoint was refused: ${made.refusal}`);
  return made;
}
