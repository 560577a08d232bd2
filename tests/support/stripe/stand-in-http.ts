import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";

const MOST_BYTES = 1_000_000;

/** What is sent of a page. */
export type Page = [status: number, body: string, headers: Record<string, string>];

export const html = (text: string): Page => [
  200,
  text,
  { "Content-Type": "text/html; charset=utf-8" },
];

export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

export async function readAll(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += (piece as Buffer).length;
    if (length > MOST_BYTES) throw new Error("Too long");
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** How Stripe says that something is wrong. */
export const problem = (type: string, message: string, code?: string, param?: string) =>
  JSON.stringify({ error: { type, message, code, param } });
