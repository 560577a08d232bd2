import { Router } from "express";
import { dbPool } from "../db.server.ts";

/** Says for one part whether it can work, in a word or a sentence. */
export type ReadinessCheck = () => Promise<{ ok: boolean; detail?: string }>;

/**
 * `/healthz`: this process answers. `/readyz`: so do the parts it needs, each named; 503 while one
 * does not, so that a balancer sends visitors elsewhere.
 */
export function healthRoutes(checks: Record<string, ReadinessCheck>): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const entries = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const result = await check().catch(() => ({ ok: false, detail: "not reachable" }));
        return [name, result] as const;
      }),
    );
    const ready = entries.every(([, { ok }]) => ok);
    response
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status: ready ? "ready" : "not ready", checks: Object.fromEntries(entries) });
  });
  return router;
}

/** Whether the database answers within two seconds. */
export const databaseReady: ReadinessCheck = async () => {
  await Promise.race([
    dbPool().query("select 1"),
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error("no answer")), 2000).unref();
    }),
  ]);
  return { ok: true };
};
