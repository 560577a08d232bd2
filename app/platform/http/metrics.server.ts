import { timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { dbPool } from "../db.server.ts";
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

/** `/metrics` in the Prometheus format: for this machine, or for whoever has the token. */
export function metricsRoute(token: string | undefined): RequestHandler {
  return async (request, response) => {
    const given = request.get("Authorization")?.replace(/^Bearer /, "") ?? "";
    // A request that came through a proxy is not from this machine, whatever the socket says.
    const local = isLoopback(request.socket.remoteAddress) && !request.get("X-Forwarded-For");
    if (!local && !(token && sameText(given, token))) {
      response.status(404).type("text").send("Not found");
      return;
    }
    response.type(metrics().registry.contentType).send(await metrics().registry.metrics());
  };
}

const isLoopback = (address = "") =>
  address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
