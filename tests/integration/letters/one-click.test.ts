import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import { unsubscribeLink } from "#app/modules/letters/unsubscribe-token.server.ts";
import { db } from "#app/platform/db.server.ts";
import { originCheck, ownOrigin } from "#app/platform/http/origin-check.server.ts";
import { formLimits, knownMethods, plainPaths } from "#app/platform/http/refusals.server.ts";
import { requestHost } from "#app/platform/http/request-host.server.ts";
import { takesUploads } from "#app/platform/http/upload-paths.ts";
import { loadSiteRoutes, siteBuild } from "../../support/access/site-routes.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";
import { type Asked, askRaw } from "../../support/raw-request.ts";

// What mail providers send to stop letters (RFC 8058), over the wire, with all that stands before a page.

testDatabase();
const ORIGIN = "https://club.marque.test";
const failures: unknown[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const app = express();
  app.use(plainPaths, requestHost(ORIGIN), knownMethods, originCheck(ownOrigin(ORIGIN)));
  app.use(formLimits(takesUploads));
  const build = siteBuild(await loadSiteRoutes(), (error) => failures.push(error));
  const getLoadContext = () => ({ nonce: "", address: "10.9.9.9" });
  app.all("*", createRequestHandler({ build, getLoadContext, mode: "production" }));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  failures.length = 0;
});

/** Somebody who gets letters on tiers, the path that stops them, and whether they still do. */
async function aReader() {
  const person = await aPerson();
  const { pathname } = new URL(await unsubscribeLink({ personId: person.id, kind: "tier" }));
  const wanted = async () => (await loadNotificationChoices(db(), person.id)).tier.wanted;
  return { pathname, wanted };
}

const sent = (type: string, body: string): Asked => ({
  headers: { "Content-Type": type, "Content-Length": String(Buffer.byteLength(body)) },
  body,
});
const URLENCODED = sent("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
const MULTIPART = sent(
  "multipart/form-data; boundary=x",
  '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
);

describe("any POST to the signed address stops the letters", () => {
  test.each<[string, Asked]>([
    ["a multipart form, as the RFC asks for", MULTIPART],
    ["the other kind of form", URLENCODED],
    ["no body", { headers: { "Content-Length": "0" } }],
    ["no body and no word of its length", {}],
    ["a form without an end", sent("multipart/form-data; boundary=x", "--x")],
    ["a form that names no boundary", sent("multipart/form-data", "List-Unsubscribe=One-Click")],
    ["text", sent("text/plain", "List-Unsubscribe=One-Click")],
    ["JSON", sent("application/json", "{}")],
    ["a type that is none", sent(";", "x")],
    ["more fields than a form has", sent("application/x-www-form-urlencoded", "a=1&".repeat(200))],
    [
      "a body in pieces",
      {
        headers: {
          "Content-Type": "multipart/form-data; boundary=x",
          "Transfer-Encoding": "chunked",
        },
        body: MULTIPART.body,
      },
    ],
  ])("%s", async (_what, asked) => {
    const { pathname, wanted } = await aReader();
    const answer = await askRaw(port, pathname, { method: "POST", ...asked });
    expect(answer.status).toBe(200);
    expect(await wanted()).toBe(false);
    expect(failures).toEqual([]);
  });

  test.each(["null", "https://mail.elsewhere.test", "x y", ORIGIN])(
    "from the origin %s",
    async (Origin) => {
      const { pathname, wanted } = await aReader();
      for (const { headers, body } of [MULTIPART, URLENCODED]) {
        const asked = { method: "POST", headers: { ...headers, Origin }, body };
        expect(await askRaw(port, pathname, asked)).toMatchObject({ status: 200 });
      }
      const crossSite = { Origin, "Sec-Fetch-Site": "cross-site" };
      const bare = await askRaw(port, pathname, { method: "POST", headers: crossSite });
      expect(bare.status).toBe(200);
      expect(await wanted()).toBe(false);
      expect(failures).toEqual([]);
    },
  );
});

test("a body of a size that no mail provider sends is refused, or cut off where it does not tell", async () => {
  const { pathname, wanted } = await aReader();
  const body = "x".repeat(100_000);
  const told = { method: "POST", headers: { "Content-Length": "100000" }, body };
  expect(await askRaw(port, pathname, told)).toMatchObject({ status: 413 });
  const counted = { method: "POST", headers: { "Transfer-Encoding": "chunked" }, body };
  await expect(askRaw(port, pathname, counted)).rejects.toThrow();
  expect(await wanted()).toBe(true);
});

test("nothing but a POST, and no other path, passes without an origin", async () => {
  const { pathname, wanted } = await aReader();
  const statusOf = async (path: string, method = "POST") =>
    (await askRaw(port, path, { method, headers: { "Content-Length": "0" } })).status;
  expect(await statusOf(pathname, "DELETE")).toBe(405);
  expect(await statusOf(pathname, "GET")).toBe(200);
  expect(await statusOf("/letters/unsubscribe")).toBe(403);
  expect(await statusOf(`${pathname}/more`)).toBe(403);
  expect(await statusOf("/my/account")).toBe(403);
  expect(await wanted()).toBe(true);
});
