import "./app/platform/node-env.server.ts";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Request, type Response } from "express";
import { pinoHttp } from "pino-http";
import type { ViteDevServer } from "vite";
import { jobsReady, startJobs } from "./app/jobs.server.ts";
import { ensureClub } from "./app/modules/club/ensure-club.server.ts";
import { databaseUrl, db } from "./app/platform/db.server.ts";
import { appOrigin, env, isProxied } from "./app/platform/env.server.ts";
import { databaseReady, healthRoutes } from "./app/platform/http/health.server.ts";
import { measureRequests, metricsRoute } from "./app/platform/http/metrics.server.ts";
import { originCheck, ownOrigin } from "./app/platform/http/origin-check.server.ts";
import {
  formLimits,
  knownMethods,
  lastWord,
  noDataBesideApi,
  plainPaths,
} from "./app/platform/http/refusals.server.ts";
import { requestHost } from "./app/platform/http/request-host.server.ts";
import { securityHeaders } from "./app/platform/http/security-headers.server.ts";
import { drain } from "./app/platform/http/serve.server.ts";
import { siteRequests } from "./app/platform/http/site-requests.server.ts";
import { keepPace, takesMore } from "./app/platform/http/takes-more.server.ts";
import { takesUploads } from "./app/platform/http/upload-paths.ts";
import { log } from "./app/platform/log.server.ts";
import { migrationState } from "./app/platform/migrations/migrate.server.ts";
import { projectRoot } from "./app/platform/project-root.server.ts";
import { runInRequest } from "./app/platform/request-scope.server.ts";
import { startPlatform } from "./app/platform/start.server.ts";
import { stopOnSignal } from "./app/platform/stop-signal.server.ts";
import { checkoutOrigins } from "./app/platform/stripe.server.ts";

const development = process.argv.includes("--dev");

const site = stopOnSignal();
const platform = await site.begin(startPlatform(), (platform) => platform.stop());
if (env().MARQUE_DEMO === "on") {
  // Told to stop on the way, not even the files of the club may come to an end.
  await site.begin(import("./prisma/seed/demo-club.ts").then((demo) => demo.loadDemoClub()));
} else {
  await site.begin(ensureClub(db()));
}
const vite = development ? await site.begin(startVite(), (vite) => vite.close()) : undefined;
const app = express();
const server = createServer(app);

app.disable("x-powered-by");
// A proxy on this machine may say for whom it asks; nobody else is believed.
app.set("trust proxy", "loopback");
app.use(securityHeaders(appOrigin(), checkoutOrigins(), development));
app.use(plainPaths);
app.use(
  healthRoutes({
    database: databaseReady,
    migrations: async () => {
      const { pending } = await migrationState(databaseUrl());
      return { ok: pending.length === 0, detail: `${pending.length} pending` };
    },
    worker: jobsReady,
  }),
);
app.get("/metrics", metricsRoute(env().METRICS_TOKEN, isProxied()));
app.use(requestHost(env().APP_ORIGIN));
app.use(measureRequests);
// A page is compressed at every request. The next level takes twice the time to save a twentieth; and
// with its usual window of four megabytes each compressor counts so much against the heap that every
// sixteen pages made the collector go through all of it. 64 kB holds a page.
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 16 },
};
app.use(compression({ brotli }));
app.use(keepPace);
if (vite) {
  app.use(vite.middlewares);
} else {
  const client = path.join(projectRoot(), "build", "client");
  app.use(
    "/assets",
    express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y" }),
  );
  // A service worker that is kept too long keeps everything else too long.
  app.get("/offline.js", (_request, response, next) => {
    response.setHeader("Cache-Control", "no-cache");
    next();
  });
  app.use(express.static(client, { cacheControl: false, setHeaders: keepAnHour }));
}
app.use(
  pinoHttp({
    logger: log(),
    // A path says enough; queries hold what people searched for, headers hold their sessions.
    serializers: {
      req: ({ id, method, url }) => ({ id, method, path: String(url).split("?")[0] }),
      res: ({ statusCode }) => ({ status: statusCode }),
    },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? "error" : "debug",
  }),
);
app.use(knownMethods, noDataBesideApi);
app.use(originCheck(ownOrigin(env().APP_ORIGIN)));
app.use(formLimits(takesUploads));
app.use((_request, _response, next) => runInRequest(next));
const contextOf = (request: Request, response: Response) => ({
  nonce: response.locals.nonce as string,
  address: request.ip ?? "",
  takesMore: () => takesMore(response),
});
app.all(
  "*",
  vite
    ? createRequestHandler({
        build: () => loadDevelopmentBuild(vite),
        getLoadContext: contextOf,
        mode: "development",
      })
    : siteRequests(await site.begin(loadBuild()), contextOf),
);
app.use(lastWord);

if (env().WORKER === "on") await site.begin(startJobs(), (jobs) => jobs.stop());
await site.begin(listen(), () => drain(server));
const address = server.address();
const port = address && typeof address === "object" ? address.port : env().PORT;
const shown = env().APP_ORIGIN ?? appOrigin().replace(/:\d+$/, `:${port}`);
log().info({ port }, "listening");
process.stdout.write(`\nMarque is at ${shown}\n  on ${platform.where}\n\n`);

function listen(): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(env().PORT, env().HOST, resolve);
  });
}

function keepAnHour(response: Response): void {
  if (!response.hasHeader("Cache-Control")) {
    response.setHeader("Cache-Control", "public, max-age=3600");
  }
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true } });
}

function loadDevelopmentBuild(from: ViteDevServer): Promise<ServerBuild> {
  return from.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

function loadBuild(): Promise<ServerBuild> {
  const file = path.join(projectRoot(), "build", "server", "index.js");
  return import(pathToFileURL(file).href) as Promise<ServerBuild>;
}
