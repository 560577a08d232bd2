import { Router } from "express";
import { dbPool } from "../db.server.ts";

/** Says for one part whether it can work, in a word or a sentence. */
export type ReadinessCheck = () => Promise<{ ok: boolean; detail?: string }>;

/** What was found is told for so long: balancers ask every second or so, and strangers may ask as they like. */
const KEPT_MS = 3_000;

/**
 * `/healthz`: this process answers. `/readyz`: so do the parts it needs, each named; 503 while one
 * does not, so that a balancer sends visitors elsewhere. However many ask at once, the parts are asked once.
 */
export function healthRoutes(checks: Record<string, ReadinessCheck>): Router {
  const router = Router();
  const readiness = keptFor(KEPT_MS, () => askAll(checks));
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const found = await readiness();
    const ready = Object.values(found).every(({ ok }) => ok);
    response
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status: ready ? "ready" : "not ready", checks: found });
  });
  return router;
}

type Findings = Record<string, Awaited<ReturnType<ReadinessCheck>>>;

async function askAll(checks: Record<string, ReadinessCheck>): Promise<Findings> {
  const entries = Object.entries(checks).map(async ([name, check]) => {
    const result = await check().catch(() => ({ ok: false, detail: "not reachable" }));
    return [name, result] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Does a thing for the first who asks; all who ask while it is being done or soon afterwards get that answer. */
function keptFor<T>(milliseconds: number, work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  let until = 0;
  return () => {
    if (begun && performance.now() < until) return begun;
    until = Number.POSITIVE_INFINITY;
    begun = work().finally(() => {
      until = performance.now() + milliseconds;
    });
    return begun;
  };
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
