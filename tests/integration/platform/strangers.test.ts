import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import { afterEach, describe, expect, test } from "vitest";
import { healthRoutes } from "#app/platform/http/health.server.ts";
import { metricsRoute } from "#app/platform/http/metrics.server.ts";
import { originCheck, ownOrigin } from "#app/platform/http/origin-check.server.ts";
import { requestHost } from "#app/platform/http/request-host.server.ts";
import { testDatabase } from "../../support/database.ts";
import { askRaw } from "../../support/raw-request.ts";

// What anybody on the network can say to the server, and what it costs.

testDatabase();

const started: Server[] = [];
afterEach(() => {
  for (const server of started.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(app: Express | Server): Promise<number> {
  const server = app.listen(0, "127.0.0.1") as Server;
  started.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}

/** A site of one page with a form, behind what stands before every page. */
function site(origin: string | undefined): { app: Express; failures: unknown[] } {
  const failures: unknown[] = [];
  const app = express();
  app.set("trust proxy", "loopback");
  app.use(requestHost(origin), originCheck(ownOrigin(origin)));
  const build = {
    entry: {
      module: {
        default: (request: Request, status: number, headers: Headers) =>
          new Response(request.url, { status, headers }),
        handleError: (error: unknown) => failures.push(error),
      },
    },
    routes: {
      page: {
        id: "page",
        path: "*",
        module: {
          default: () => null,
          loader: () => ({}),
          action: () => ({}),
        },
      },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    future: {},
  } as unknown as ServerBuild;
  app.all("*", createRequestHandler({ build, mode: "production" }));
  const failed: express.ErrorRequestHandler = (error, _request, response, _next) => {
    failures.push(error);
    response.status(500).end();
  };
  app.use(failed);
  return { app, failures };
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "0" };

describe("the host that is asked", () => {
  test.each(["a b", "[x", "a/b", "a@b", "a?b", "a#b", "a:b", "a:99999", "::", "%41"])(
    "Host: %j is refused without a trace",
    async (host) => {
      const { app, failures } = site(undefined);
      expect(await askRaw(await listen(app), "/", { headers: { Host: host } })).toMatchObject({
        status: 400,
      });
      expect(failures).toEqual([]);
    },
  );

  test.each(["club.test", "club.test:8080", "127.0.0.1:3180", "[::1]", "localhost"])(
    "Host: %s is one",
    async (host) => {
      const answer = await askRaw(await listen(site(undefined).app), "/", {
        headers: { Host: host },
      });
      expect(answer).toMatchObject({ status: 200, body: `http://${host}/` });
    },
  );

  test.each(["[x", "a b", "elsewhere.test", "elsewhere.test:x"])(
    "X-Forwarded-Host: %s is nobody's business",
    async (forwarded) => {
      const { app, failures } = site(undefined);
      const headers = { Host: "club.test", "X-Forwarded-Host": forwarded };
      expect(await askRaw(await listen(app), "/", { headers })).toMatchObject({
        status: 200,
        body: "http://club.test/",
      });
      expect(failures).toEqual([]);
    },
  );
});

/** A proxy as nginx is by itself: HTTP/1.0, the Host is the address it goes to, nothing is said of who asks. */
function plainProxy(to: number): Server {
  return createServer(({ url, method, headers }, answer) => {
    const { host, connection, ...passed } = headers;
    const own = { ...passed, Host: `127.0.0.1:${to}`, Connection: "close" };
    const asked = { host: "127.0.0.1", port: to, path: url, method, headers: own };
    httpRequest(asked, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    }).end();
  });
}

describe("behind a proxy that passes its own Host", () => {
  const post = async (Origin: string, said: Record<string, string> = {}) => {
    const { app, failures } = site("https://club.test");
    const proxy = await listen(plainProxy(await listen(app)));
    const headers = { ...FORM, ...said, Host: "club.test", Origin };
    const answer = await askRaw(proxy, "/my/account", { method: "POST", headers });
    return { ...answer, failures };
  };

  test.each([
    ["that says nothing of the way it was asked", {}, "http://club.test/my/account"],
    ["that says https", { "X-Forwarded-Proto": "https" }, "https://club.test/my/account"],
    [
      "that names another host",
      { "X-Forwarded-Host": "inside.test" },
      "http://club.test/my/account",
    ],
  ])("%s a form from the club's own address is taken", async (_what, said, body) => {
    expect(await post("https://club.test", said)).toMatchObject({
      status: 200,
      body,
      failures: [],
    });
  });

  test.each(["https://elsewhere.test", "http://club.test", "http://127.0.0.1:3000", "null", "x y"])(
    "one from %s is not, and leaves no trace",
    async (origin) => {
      expect(await post(origin)).toMatchObject({ status: 403, failures: [] });
    },
  );

  test("figures of the inside are for nobody without a token", async () => {
    const app = express();
    app.get("/metrics", metricsRoute(undefined, true));
    const port = await listen(app);
    expect(await askRaw(await listen(plainProxy(port)), "/metrics")).toMatchObject({ status: 404 });
    expect(await askRaw(port, "/metrics")).toMatchObject({ status: 404 });
  });
});

describe("figures of the inside", () => {
  const statusOf = async (token: string | undefined, headers: Record<string, string>) => {
    const app = express();
    app.get("/metrics", metricsRoute(token, false));
    return (await askRaw(await listen(app), "/metrics", { headers })).status;
  };

  test("are for this machine where there is no token", async () => {
    for (const Host of ["127.0.0.1:3000", "localhost:3000", "[::1]"]) {
      expect(await statusOf(undefined, { Host })).toBe(200);
    }
  });

  test.each([
    ["X-Forwarded-For", "192.0.2.1"],
    ["X-Forwarded-Proto", "https"],
    ["X-Forwarded-Host", "club.test"],
    ["X-Real-IP", "192.0.2.1"],
    ["Forwarded", "for=192.0.2.1"],
    ["Via", "1.1 proxy"],
    ["CF-Connecting-IP", "192.0.2.1"],
    ["Host", "club.test"],
    ["Host", "127.0.0.1.club.test"],
  ])("are not for who comes through a proxy: %s: %s", async (name, value) => {
    expect(await statusOf(undefined, { Host: "127.0.0.1", [name]: value })).toBe(404);
  });

  test("with a token are for who has it, from wherever", async () => {
    const token = "a-token-of-some-length";
    expect(await statusOf(token, { Host: "127.0.0.1" })).toBe(404);
    expect(await statusOf(token, { Host: "127.0.0.1", Authorization: "Bearer other" })).toBe(404);
    const headers = { Host: "club.test", Via: "1.1 proxy", Authorization: `Bearer ${token}` };
    expect(await statusOf(token, headers)).toBe(200);
  });
});

describe("whether the server is ready", () => {
  test("is looked up once, however many ask", async () => {
    let looked = 0;
    let ok = true;
    const app = express();
    const part = async () => {
      looked++;
      await sleep(100);
      return { ok };
    };
    app.use(healthRoutes({ part }));
    const port = await listen(app);
    const answers = await Promise.all(Array.from({ length: 50 }, () => askRaw(port, "/readyz")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(looked).toBe(1);
    ok = false;
    expect(await askRaw(port, "/readyz")).toMatchObject({ status: 200 });
    await sleep(3_100);
    expect(await askRaw(port, "/readyz")).toMatchObject({ status: 503 });
    expect(looked).toBe(2);
  });
});
