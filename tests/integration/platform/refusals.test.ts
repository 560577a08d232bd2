import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  formLimits,
  knownMethods,
  lastWord,
  noDataBesideApi,
  plainPaths,
} from "#app/platform/http/refusals.server.ts";
import { type Asked, askRaw } from "../../support/raw-request.ts";

const app = express();
app.use(plainPaths);
app.use(knownMethods, noDataBesideApi);
app.use(formLimits((path) => path.startsWith("/api/")));
app.get("/members/:number", (request, response) => {
  response.send(request.params.number);
});
app.get("/api/v1/members/:number", (request, response) => {
  response.send(request.params.number);
});
app.post("/sign-in", (_request, response) => {
  response.send("taken");
});
app.get("/fails", () => {
  throw new Error("a secret of our insides");
});
app.use(lastWord);

let port: number;
const server = app.listen(0, "127.0.0.1");
beforeAll(async () => {
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (path: string, asked?: Asked) => askRaw(port, path, asked);

const FORM = "application/x-www-form-urlencoded";

test("a form is taken", async () => {
  const headers = { "Content-Type": FORM, "Content-Length": "3" };
  expect(await ask("/sign-in", { method: "POST", headers, body: "a=b" })).toMatchObject({
    status: 200,
  });
});

test.each([
  ["a form of 100 kB", { "Content-Type": FORM, "Content-Length": "100000" }, 413],
  ["text that is no form", { "Content-Type": "text/plain", "Content-Length": "3" }, 415],
  [
    "a multipart form, which only uploads are",
    { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": "3" },
    415,
  ],
  [
    "a form that does not say how long it is",
    { "Content-Type": FORM, "Transfer-Encoding": "chunked" },
    411,
  ],
])("%s is refused before it is read", async (_what, headers, status) => {
  const body =
    "Content-Length" in headers ? "a=b".padEnd(Number(headers["Content-Length"])) : "a=b";
  expect(await ask("/sign-in", { method: "POST", headers, body })).toMatchObject({ status });
});

test.each([
  ["a path that cannot be decoded", "/api/v1/members/%ZZ", "GET", 400],
  ["a page's data beside the API", "/api/v1/members/M1.data", "GET", 404],
  ["a method that nothing knows", "/api/v1/members/M1", "PROPFIND", 405],
])("%s gets a problem document from the API", async (_what, path, method, status) => {
  const answer = await ask(path, { method });
  expect(answer.status).toBe(status);
  expect(answer.type).toContain("application/problem+json");
  expect(JSON.parse(answer.body)).toMatchObject({ status });
});

test("what fails says nothing of our insides", async () => {
  for (const path of ["/members/%ZZ", "/fails"]) {
    const answer = await ask(path);
    expect(answer.status).toBe(path === "/fails" ? 500 : 400);
    expect(answer.body).not.toMatch(/at |Error:|secret|node_modules/);
  }
});

test.each([
  "/api/../sign-in",
  "/api/./../sign-in",
  "/api/..",
  "/api/%2e%2e/sign-in",
  "/api/.%2E/sign-in",
  "/api/x/..%2fsign-in",
  "/api/..\\sign-in",
  "/api\\..\\sign-in",
  "/api/%5c..%5csign-in",
  "//api/sign-in",
  "/api//../sign-in",
  "//elsewhere.test/sign-in",
  "/api%2fsign-in",
  "/sign-in%00",
  "/sign-in%0a",
  "/sign-in#top",
  "http://elsewhere.test/sign-in",
  "*",
])("%s, which is another path when resolved, is refused before anybody judges it", async (path) => {
  const headers = { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": "3" };
  expect(await ask(path, { method: "POST", headers, body: "--x" })).toMatchObject({ status: 400 });
});

test.each(["/members/M1", "/members/a.b", "/members/%E8%BD%A6", "/members/a%252e%252e?x=/../y"])(
  "%s is a path as it stands",
  async (path) => {
    expect(await ask(path)).toMatchObject({ status: 200 });
  },
);

test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "a page knows no %s, whoever says that it is sent from here",
  async (method) => {
    const headers = { Origin: "http://127.0.0.1", "Content-Length": "0" };
    const answer = await ask("/admin", { method, headers });
    expect(answer).toMatchObject({ status: 405, body: "405 Method Not Allowed\n" });
  },
);
