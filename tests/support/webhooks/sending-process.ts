import "#app/platform/node-env.server.ts";
import { sendInTurn } from "#app/modules/webhooks/send-in-turn.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { startWorker } from "#app/platform/worker.server.ts";
import { wayToReceiver } from "./receiver.ts";

// A worker as `npm run worker` is one, whose webhooks go to a receiver on this machine: the club's own way would refuse
// it. Whoever starts it kills it.
await startPlatform();
await startWorker({
  tasks: { nothing: async () => {} },
  schedule: [],
  outward: {
    "send-webhook": async (payload, { signal }) =>
      sendInTurn((payload as { deliveryId: number }).deliveryId, signal, wayToReceiver()),
  },
});
