import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../log.server.ts";

/** How long requests may take to finish once we were told to stop. */
const DRAIN_MS = 20_000;

/**
 * Ends a server without cutting anybody off: takes no new connections, lets running requests finish,
 * then closes what is still open.
 */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = await Promise.race([
    closed.then(() => false),
    sleep(DRAIN_MS, true, { ref: false }),
  ]);
  if (late) {
    log().warn("requests were still running at the end of the drain");
    server.closeAllConnections();
    await closed;
  }
}
