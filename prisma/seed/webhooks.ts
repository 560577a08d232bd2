import { webhookEventNames } from "#app/modules/api/webhook-schemas.ts";
import { makeEndpoint } from "#app/modules/webhooks/make-endpoint.server.ts";
import { isPublicAddress } from "#app/modules/webhooks/public-address.ts";
import { switchEndpoint } from "#app/modules/webhooks/switch-endpoint.server.ts";

/**
 * A dealership's CRM that is told what happens to leads, and is off: what happened can be looked at, and nothing leaves
 * the demo by itself. Nobody is asked where its name leads, as there may be no network. Done again, it stays one.
 */
export async function addDemoWebhook(admin: number): Promise<void> {
  const actor = { by: admin, address: "127.0.0.1" };
  const made = await makeEndpoint(
    {
      url: "https://crm.example.com/hooks/marque",
      description: "CRM · 湖畔一店",
      events: webhookEventNames,
      requestKey: "00000000-0000-4000-8000-000000000101",
    },
    actor,
    { resolve: async () => ({ ok: false, failure: "no-answer" }), allows: isPublicAddress },
  );
  if (!made.ok) throw new Error(`The demo's webhook was refused: ${made.refusal}`);
  await switchEndpoint(made.id, false, actor);
}
