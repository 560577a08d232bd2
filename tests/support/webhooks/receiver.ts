import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Way } from "#app/modules/webhooks/post-outside.server.ts";

/** What came in. */
export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** How the receiver answers: a status, or by hand. */
export type Reply = number | ((answer: ServerResponse, message: Received) => void);

const file = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");

/** The receiver's name: its certificate has no other. It is nobody's on the internet. */
const HOST = "crm.marque.test";

/** Leads to receivers, which the club's own way would refuse: no name is asked for, and this machine is let pass. */
export const wayToReceiver = (): Way => ({
  resolve: async () => ({ ok: true, addresses: ["127.0.0.1"] }),
  allows: (address) => address === "127.0.0.1",
  ca: file("receiver-cert.pem"),
  timeoutMs: 5_000,
});

/**
 * A program that takes webhooks: a real server with a certificate, on this machine. It answers 204, or what it was told
 * to answer next.
 */
export async function aReceiver() {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const server = createServer(
    { cert: file("receiver-cert.pem"), key: file("receiver-key.pem") },
    async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString("utf8");
      const message = { path: String(request.url), headers: request.headers, body };
      received.push(message);
      const reply = replies.shift() ?? 204;
      if (typeof reply === "number") answer.writeHead(reply).end();
      else reply(answer, message);
    },
  );
  // Whoever hangs up early is part of what is tested.
  server.on("clientError", (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${HOST}:${port}/hooks/marque?team=7`,
    way: wayToReceiver(),
    received,
    /** Answers what comes next so, one after the other. */
    next: (...each: Reply[]) => replies.push(...each),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Receiver = Awaited<ReturnType<typeof aReceiver>>;
