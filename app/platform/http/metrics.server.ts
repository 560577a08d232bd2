import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { dbPool } from "../db.server.ts";
import { isLoopbackName } from "../env.server.ts";
import { singleton } from "../singleton.server.ts";

/** The process's figures. */
export function metrics() {
  return singleton("metrics", () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: "http_request_duration_seconds",
      help: "Duration of HTTP requests by method and class of status.",
      labelNames: ["method", "status"] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
    new Gauge({
      name: "database_connections",
      help: "Connections of this process to the database by state.",
      labelNames: ["state"] as const,
      registers: [registry],
      collect() {
        const pool = dbPool();
        this.set({ state: "idle" }, pool.idleCount);
        this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
        this.set({ state: "waiting" }, pool.waitingCount);
      },
    });
    return { registry, requests };
  });
}

/** Times every request. Paths are no label: they hold numbers of members. */
export const measureRequests: RequestHandler = (request, response, next) => {
  const end = metrics().requests.startTimer({ method: request.method });
  response.once("finish", () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }));
  next();
};

/** What proxies say of those they ask for; a request that has come through one is not from this machine. */
const PROXIED = ["forwarded", "via", "x-forwarded-", "x-real-ip", "cf-", "true-client-ip"];

/**
 * `/metrics` in the Prometheus format. With a token it is for whoever has it, and for nobody else. Without one
 * it is for this machine: asked at the loopback's own name, with nothing that a proxy would have added. A proxy
 * on this machine comes from the loopback, too, and by nginx's defaults it passes its own Host and adds nothing:
 * where there is one, a token is needed.
 *
 * @param proxied whether a proxy stands between people and this process.
 */
export function metricsRoute(token: string | undefined, proxied: boolean): RequestHandler {
  return async (request, response, next) => {
    const given = request.get("Authorization")?.replace(/^Bearer /, "") ?? "";
    if (!(token ? sameText(given, token) : !proxied && isFromHere(request))) {
      response.status(404).type("text").send("Not found");
      return;
    }
    const { registry } = metrics();
    await registry.metrics().then((figures) => {
      response.type(registry.contentType).send(figures);
    }, next);
  };
}

function isFromHere(request: Request): boolean {
  const names = Object.keys(request.headers);
  return (
    isLoopback(request.socket.remoteAddress) &&
    isLoopbackName((request.headers.host ?? "").replace(/:\d+$/, "")) &&
    !names.some((name) => PROXIED.some((begin) => name.startsWith(begin)))
  );
}

const isLoopback = (address = "") =>
  address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
