import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiClient } from "#app/modules/api/api-clients.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loader as nothingHere } from "../../../app/routes/api/open/api.$.ts";
import { action as changeBalance } from "../../../app/routes/points/open/api.v1.members.$number.balance.ts";
import {
  loader as readOrders,
  action as sendOrder,
} from "../../../app/routes/service/open/api.v1.service-orders.ts";
import { anApiKey, anApiOrder, balanceFromApi, sendToApi } from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

let key: string;
beforeAll(async () => {
  key = await anApiKey("orders:write");
});

/** What every error has in common. */
async function expectProblem(response: Response, status: number, name: string) {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const body = await response.json();
  expect(body).toMatchObject({ type: `urn:marque:problem:${name}`, status });
  expect(response.status).toBe(status);
  return body;
}

describe("who asks", () => {
  test.each([
    ["no key at all", null, "key-missing"],
    ["a password", "Basic dXNlcjpwYXNz", "key-missing"],
    ["a key of another shape", "Bearer hello", "key-wrong"],
    ["a key that nobody has", `Bearer mq_${"A".repeat(43)}`, "key-wrong"],
  ])("%s is refused", async (_case, authorization, name) => {
    const response = await sendToApi(anApiOrder(), { headers: { Authorization: authorization } });
    await expectProblem(response, 401, name);
    expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="Marque API"');
  });

  test("a key that has ended is refused at once", async () => {
    const ended = await anApiKey("orders:write");
    const { id } = await db().apiClient.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(await revokeApiClient(id)).toBe(true);
    await expectProblem(await sendToApi(anApiOrder(), { key: ended }), 401, "key-wrong");
    expect(await revokeApiClient(id)).toBe(false);
  });

  test("a key is kept as a hash only", async () => {
    const [row] = await db().$queryRaw<[{ text: string }]>`
      select string_agg(api_client::text, ' ') as text from api_client`;
    expect(row.text).not.toContain(key);
    expect(row.text).not.toContain(key.slice(3, 20));
  });

  test("a key for orders reads no balance", async () => {
    const body = await expectProblem(
      await balanceFromApi("M00010009", { key }),
      403,
      "scope-missing",
    );
    expect(body.detail).toContain("balance:read");
  });

  test("an unknown member and a number that is none are the same to a reader", async () => {
    const reader = await anApiKey("balance:read");
    await expectProblem(await balanceFromApi("M00099993", { key: reader }), 404, "no-such-member");
    await expectProblem(await balanceFromApi("' or 1=1", { key: reader }), 404, "no-such-member");
  });
});

describe("what is sent", () => {
  test.each([
    ["half a JSON", '{"store": "A', 400, "malformed-json"],
    ["no body", "", 400, "malformed-json"],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400, "malformed-json"],
    ["a list", [], 400, "invalid-request"],
    ["nothing in it", {}, 400, "invalid-request"],
    ["null", "null", 400, "invalid-request"],
    ["a number as text", anApiOrder({ paid_minor: "128600" }), 400, "invalid-request"],
    ["half a fen", anApiOrder({ paid_minor: 128_600.5 }), 400, "invalid-request"],
    ["a sum beyond any invoice", anApiOrder({ paid_minor: 1e15 }), 400, "invalid-request"],
    ["money going back", anApiOrder({ paid_minor: -1 }), 400, "invalid-request"],
    ["an unknown kind of work", anApiOrder({ kind: "washing" }), 400, "invalid-request"],
    ["half a character", anApiOrder({ store: "\ud83d" }), 400, "invalid-request"],
    ["a character that got lost", anApiOrder({ store: "湖\uFFFD店" }), 400, "invalid-request"],
    [
      "a name of 10,000 characters",
      anApiOrder({ store: "店".repeat(10_000) }),
      400,
      "invalid-request",
    ],
    ["sums that do not agree", anApiOrder({ paid_minor: 1 }), 422, "order-rejected"],
    ["a day the calendar lacks", anApiOrder({ settled_at: "2026-02-30" }), 422, "order-rejected"],
    ["a day to come", anApiOrder({ settled_at: "2126-02-20" }), 422, "order-rejected"],
    ["no car", anApiOrder({ vin: null, plate: null }), 422, "order-rejected"],
    ["an order number of spaces", anApiOrder({ order_number: "   " }), 422, "order-rejected"],
  ])("%s is refused", async (_case, body, status, name) => {
    await expectProblem(await sendToApi(body, { key }), status, name);
    expect(await db().serviceOrder.count()).toBe(0);
  });

  test("a field that nobody knows is named", async () => {
    const response = await sendToApi(anApiOrder({ "paid/cny": 1286 }), { key });
    const body = await expectProblem(response, 400, "invalid-request");
    expect(body.errors).toEqual([{ at: "/paid~1cny", message: "There is no such field" }]);
  });

  test("a NUL character is not kept", async () => {
    const response = await sendToApi(anApiOrder({ order_number: "RO\u00001", model: "\u0000" }), {
      key,
    });
    expect(response.status).toBe(200);
    await db().$executeRaw`delete from service_order_version`;
    await db().$executeRaw`delete from service_order`;
  });

  test.each([[null], ["text/plain"], ["application/xml"], ["multipart/form-data"]])(
    "content of the type %s is refused",
    async (type) => {
      const response = await sendToApi(JSON.stringify(anApiOrder()), {
        key,
        headers: { "Content-Type": type ?? "" },
      });
      await expectProblem(response, 415, "wrong-content-type");
    },
  );

  test.each([
    ["missing", null, "idempotency-key-missing"],
    ["empty", "", "idempotency-key-unusable"],
    ["with a space", "a b", "idempotency-key-unusable"],
    ["too long", "k".repeat(256), "idempotency-key-unusable"],
  ])("an Idempotency-Key that is %s is refused", async (_case, idempotencyKey, name) => {
    const headers = { "Idempotency-Key": idempotencyKey };
    await expectProblem(await sendToApi(anApiOrder(), { key, headers }), 400, name);
  });

  /** A sender who never gets further than so many times 64 kB. */
  const unending = (pieces: number) =>
    new ReadableStream({
      pull(controller) {
        if (pieces-- > 0) controller.enqueue(new Uint8Array(65_536));
        else return new Promise(() => {});
      },
    });

  test("ten megabytes are refused by their announced length, before they are sent", async () => {
    const headers = { "Content-Length": "10000000" };
    await expectProblem(await sendToApi(unending(0), { key, headers }), 413, "too-large");
  });

  test("ten megabytes that do not announce themselves are refused once they are too many", async () => {
    await expectProblem(await sendToApi(unending(2), { key }), 413, "too-large");
  });
});

describe("how it is asked", () => {
  const call = (method: string) => ({
    request: new Request("http://club.marque.test/api/v1/service-orders", { method }),
    params: {},
    context: {},
  });

  test("orders are sent, not read, put or deleted", async () => {
    expect((await expectProblem(readOrders(), 405, "method-not-allowed")).status).toBe(405);
    expect(readOrders().headers.get("Allow")).toBe("POST");
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      await expectProblem(await sendOrder(call(method)), 405, "method-not-allowed");
    }
  });

  test("a balance is read, not written", async () => {
    await expectProblem(changeBalance(), 405, "method-not-allowed");
  });

  test("an address that is none is told as a problem", async () => {
    await expectProblem(nothingHere(), 404, "no-such-resource");
  });
});

describe("how often it is asked", () => {
  test("a stranger's sixty-first guess in a minute is not looked at", async () => {
    const guess = () =>
      sendToApi(anApiOrder(), { key: `mq_${"B".repeat(43)}`, address: "198.51.100.7" });
    const answers = await Promise.all(Array.from({ length: 60 }, guess));
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(401));
    const response = await guess();
    await expectProblem(response, 429, "too-many-requests");
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  test("an IPv6 stranger is the network that they change addresses in", async () => {
    const key = `mq_${"B".repeat(43)}`;
    const guess = (_: unknown, host: number) =>
      sendToApi(anApiOrder(), { key, address: `2001:db8:7:1::${host.toString(16)}` });
    await Promise.all(Array.from({ length: 60 }, guess));
    await expectProblem(await guess(null, 0xffff), 429, "too-many-requests");
    const neighbour = await sendToApi(anApiOrder(), { key, address: "2001:db8:7:2::1" });
    await expectProblem(neighbour, 401, "key-wrong");
  });

  test("a client's six-hundred-and-first call in a minute waits", async () => {
    const busy = await anApiKey("orders:write");
    const empty = () => sendToApi("", { key: busy, headers: { "Idempotency-Key": "k" } });
    for (let batch = 0; batch < 30; batch++) {
      const answers = await Promise.all(Array.from({ length: 20 }, empty));
      expect(answers.every(({ status }) => status === 400)).toBe(true);
    }
    const response = await empty();
    await expectProblem(response, 429, "too-many-requests");
    expect(response.headers.get("RateLimit")).toMatch(/^"api";r=0;t=\d+$/);
  });
});
