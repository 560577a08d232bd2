import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { postOutside } from "#app/modules/webhooks/post-outside.server.ts";
import { resolveHost } from "#app/modules/webhooks/resolve-host.server.ts";
import { aReceiver, type Receiver } from "../../support/webhooks/receiver.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await aReceiver();
});
beforeEach(() => {
  receiver.received.length = 0;
});
afterAll(() => receiver.stop());

const headers = { "content-type": "application/json", "webhook-id": "evt_1" };
const body = '{"车":1}';
const sent = (way: Partial<Receiver["way"]> = {}, url = receiver.url) =>
  postOutside({ url: new URL(url), headers, body }, { ...receiver.way, ...way });

test("a message arrives as it was sent, under the name that the address has", async () => {
  expect(await sent()).toEqual({ ok: true, status: 204, tookMs: expect.any(Number) });
  const { port } = new URL(receiver.url);
  expect(receiver.received).toEqual([
    {
      path: "/hooks/marque?team=7",
      body,
      headers: {
        ...headers,
        "content-length": "9",
        host: `crm.marque.test:${port}`,
        connection: expect.any(String),
      },
    },
  ]);
});

test.each([
  [200, true, undefined],
  [299, true, undefined],
  [300, false, "redirect"],
  [301, false, "redirect"],
  [399, false, "redirect"],
  [400, false, "status"],
  [410, false, "status"],
  [500, false, "status"],
  [599, false, "status"],
])("a status of %i is taken: %s", async (status, ok, failure) => {
  receiver.next(status);
  expect(await sent()).toMatchObject({ ok, status, ...(failure && { failure }) });
});

test("a redirect is not followed", async () => {
  receiver.next((answer) => {
    answer.writeHead(307, { Location: "/elsewhere" }).end();
  });
  expect(await sent()).toMatchObject({ ok: false, failure: "redirect", status: 307 });
  expect(receiver.received).toHaveLength(1);
});

test("an answer without end is not waited for: its status is enough", async () => {
  const closed = new Promise<void>((resolve) => {
    receiver.next((answer) => {
      answer.writeHead(200, { "Content-Type": "text/plain" });
      const more = setInterval(() => answer.write("x".repeat(10_000)), 1);
      answer.on("close", () => {
        clearInterval(more);
        resolve();
      });
    });
  });
  expect(await sent()).toMatchObject({ ok: true, status: 200 });
  await closed;
});

test("who does not answer in time is given up", async () => {
  receiver.next(() => {});
  const answer = await sent({ timeoutMs: 300 });
  expect(answer).toMatchObject({ ok: false, failure: "timeout", status: null });
  expect(answer.tookMs).toBeGreaterThanOrEqual(290);
});

test("a name server that does not answer in time is part of it", async () => {
  expect(await sent({ timeoutMs: 100, resolve: () => new Promise(() => {}) })).toMatchObject({
    ok: false,
    failure: "timeout",
  });
});

test("the club's own way refuses this machine, and nothing arrives", async () => {
  const { port } = new URL(receiver.url);
  const own = (host: string) =>
    postOutside({ url: new URL(`https://${host}:${port}/`), headers, body });
  expect(await own("127.0.0.1")).toMatchObject({ ok: false, failure: "address", status: null });
  expect(await own("[::1]")).toMatchObject({ ok: false, failure: "address" });
  expect(await own("[::ffff:127.0.0.1]")).toMatchObject({ ok: false, failure: "address" });
  expect(await own("2130706433")).toMatchObject({ ok: false, failure: "address" });
  expect(receiver.received).toEqual([]);
});

test("one address among several that is not public refuses them all", async () => {
  const resolve = async () => ({ ok: true as const, addresses: ["127.0.0.1", "10.0.0.1"] });
  expect(await sent({ resolve })).toMatchObject({ ok: false, failure: "address" });
  expect(receiver.received).toEqual([]);
});

test("a name is asked for once: a second answer would lead elsewhere", async () => {
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return { ok: true as const, addresses: [asked === 1 ? "127.0.0.1" : "127.0.0.2"] };
  };
  expect(await sent({ resolve })).toMatchObject({ ok: true });
  expect(asked).toBe(1);
});

test("an address is its own, and a name that nobody can have is nobody's, without asking anybody", async () => {
  expect(await resolveHost("8.8.8.8")).toEqual({ ok: true, addresses: ["8.8.8.8"] });
  expect(await resolveHost("2606:4700::1111")).toEqual({
    ok: true,
    addresses: ["2606:4700::1111"],
  });
  expect(await resolveHost("crm..example.com")).toEqual({ ok: false, failure: "unknown-name" });
});

test.each(["unknown-name", "no-answer"] as const)("a name with %s", async (failure) => {
  const resolve = async () => ({ ok: false as const, failure });
  expect(await sent({ resolve })).toMatchObject({ ok: false, failure: "dns", status: null });
});

test("a certificate of another name, or of nobody known, is not believed, and nothing is sent", async () => {
  const other = receiver.url.replace("crm.", "dms.");
  expect(await sent({}, other)).toMatchObject({ ok: false, failure: "tls", status: null });
  expect(await sent({ ca: undefined })).toMatchObject({ ok: false, failure: "tls" });
  expect(receiver.received).toEqual([]);
});

test("whoever speaks no TLS, hangs up, or is not there", async () => {
  const plain = createServer((socket) => {
    socket.on("error", () => {}).resume();
    socket.end("HTTP/1.1 200 OK\r\n\r\n");
  });
  const mute = createServer((socket) => socket.destroy());
  const ports = await Promise.all(
    [plain, mute].map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, "127.0.0.1", () => {
            resolve((server.address() as { port: number }).port);
          });
        }),
    ),
  );
  const at = (port: number | undefined) => sent({}, `https://crm.marque.test:${port}/`);
  expect(await at(ports[0])).toMatchObject({ ok: false, failure: "tls" });
  expect(await at(ports[1])).toMatchObject({ ok: false, failure: "connection" });
  await Promise.all([plain, mute].map((server) => new Promise((done) => server.close(done))));
  expect(await at(ports[1])).toMatchObject({ ok: false, failure: "connection" });
});

test("who breaks off while answering has not taken it", async () => {
  receiver.next((answer) => answer.socket?.destroy());
  expect(await sent()).toMatchObject({ ok: false, failure: "connection" });
});
