import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { type AppLoadContext, writeReadableStreamToWritable } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { streamedCsv } from "./streamed-csv.server.ts";
import { keepPace, takesMore } from "./takes-more.server.ts";

const PIECES = 400;
/** Longer than what a compressor looks back on, and of nothing that repeats: 400 are far more than a socket holds. */
const LINE = randomBytes(48_000).toString("base64");
const piece = (n: number) => `${n},${LINE}\r\n`;

let written = 0;
let ended = false;
let port = 0;
const app = express();
app.use(compression());
app.use(keepPace);
app.get("/file.csv", async (_request, response) => {
  async function* lines() {
    try {
      for (written = 0, ended = false; written < PIECES; written++) yield piece(written);
    } finally {
      ended = true;
    }
  }
  const context = { takesMore: () => takesMore(response) } as unknown as AppLoadContext;
  const answer = streamedCsv(context, lines(), "file.csv");
  answer.headers.forEach((value, name) => {
    response.setHeader(name, value);
  });
  // As Remix hands an answer on.
  await writeReadableStreamToWritable(answer.body as ReadableStream<Uint8Array>, response);
});
const server = app.listen(0, "127.0.0.1");
beforeAll(() => {
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until nothing more is written, as long as nobody reads. */
async function stands(): Promise<number> {
  for (let before = -1; before !== written; await pause(400)) before = written;
  return written;
}

/** Asks for the file, reads its beginning and stops. */
async function asked(encoding: string) {
  const socket = connect({ port, host: "127.0.0.1" });
  const taken: Buffer[] = [];
  socket.on("data", (data) => {
    taken.push(data);
    if (taken.length === 1) socket.pause();
  });
  socket.write(`GET /file.csv HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\n\r\n`);
  await pause(300);
  return { socket, taken };
}

test.each(["identity", "gzip"])(
  "who reads slowly (%s) is waited for, and gets all of it in the end",
  async (encoding) => {
    const { socket, taken } = await asked(encoding);
    const before = await stands();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(PIECES / 2);
    await pause(300);
    expect(written).toBe(before);
    socket.resume();
    await new Promise((resolve) => socket.on("close", resolve));
    const answer = Buffer.concat(taken);
    const body = answer.subarray(answer.indexOf("\r\n\r\n") + 4);
    const text = String(encoding === "gzip" ? gunzipSync(body) : body);
    expect(text).toBe(Array.from({ length: PIECES }, (_, n) => piece(n)).join(""));
  },
  60_000,
);

test("of who goes away nothing more is looked up", async () => {
  const { socket } = await asked("identity");
  const before = await stands();
  socket.destroy();
  await pause(500);
  expect(ended).toBe(true);
  expect(written).toBeLessThanOrEqual(before + 1);
}, 30_000);
