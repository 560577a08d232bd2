import type { z } from "zod";
import type { ApiClient, ApiScope } from "#app/modules/api/api-client.ts";
import { findApiClient } from "#app/modules/api/api-clients.server.ts";
import { type Problem, problem } from "#app/modules/api/problem.ts";
import { log } from "#app/platform/log.server.ts";
import { consumeAttempt, type Limit } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { validationErrors } from "./validation-errors.server.ts";

/** Calls of a client, all addresses together. */
const CALLS: Limit = { name: "api", turns: 600, seconds: 60 };
/** Calls without a good key from one visitor: nobody mistypes a key so often. */
const STRANGERS: Limit = { name: "api-stranger", turns: 60, seconds: 60 };

/** An order is a thousand bytes. */
const MOST_BYTES = 65_536;
const MOST_PASSED_OVER = 16_000_000;

type Call = { request: Request; context: unknown };

/** Answers with a problem; thrown wherever a call cannot go on. */
export function refuse(what: Problem, headers: HeadersInit = {}): Response {
  return refusal(JSON.stringify(what), what.status, headers);
}

/** A problem that is written already. */
export function refusal(body: string, status: number, headers: HeadersInit = {}): Response {
  return responseOf(body, status, headers, "application/problem+json");
}

/** Answers with JSON. */
export function answer(body: object | string, headers: HeadersInit = {}): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return responseOf(text, 200, headers, "application/json");
}

function responseOf(body: string, status: number, given: HeadersInit, type: string): Response {
  const headers = new Headers(given);
  headers.set("Content-Type", type);
  headers.set("Cache-Control", "no-store");
  return new Response(body, { status, headers });
}

/** Refuses a method that an address does not take. */
export function methodNotAllowed(allowed: string): Response {
  return refuse(problem("method-not-allowed"), { Allow: allowed });
}

/**
 * Does what a client asks for, if its key is good, may do it and has turns left. Whatever goes wrong is
 * answered as a problem, and what nobody foresaw without its details.
 */
export async function forClient(
  { request, context }: Call,
  scope: ApiScope,
  act: (client: ApiClient) => Promise<Response>,
): Promise<Response> {
  try {
    const client = await readClient(request, addressOf(context));
    const turn = await consumeAttempt(CALLS, `client ${client.id}`);
    if (!turn.ok) throw tooMany(CALLS, turn.retryAt);
    if (!client.scopes.includes(scope)) {
      throw refuse(problem("scope-missing", { detail: `It needs the scope ${scope}.` }));
    }
    const response = await act(client).catch(asResponse);
    const seconds = Math.max(0, Math.ceil((turn.resetAt.getTime() - Date.now()) / 1000));
    response.headers.set("RateLimit-Policy", policyOf(CALLS));
    response.headers.set("RateLimit", `"${CALLS.name}";r=${turn.left};t=${seconds}`);
    return response;
  } catch (error) {
    return asResponse(error);
  }
}

/** The body as JSON, of a call that must have one. */
async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw refuse(problem("wrong-content-type"));
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse(problem("malformed-json"));
  }
}

/** The body as a schema describes it; what it has otherwise is named place by place. */
export async function readValid<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const sent = schema.safeParse(await readJson(request));
  if (sent.success) return sent.data;
  throw refuse(problem("invalid-request", { errors: validationErrors(sent.error) }));
}

/** Keeps no more than the limit: what is too large is refused before it has been sent. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () => refuse(problem("too-large", { detail: `At most ${MOST_BYTES} bytes.` }));
  const reader = request.body?.getReader();
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  const chunks: Uint8Array[] = [];
  let size = announced > MOST_BYTES ? announced : 0;
  while (size <= MOST_BYTES) {
    const read = await reader?.read();
    if (!read || read.done) return Buffer.concat(chunks);
    size += read.value.byteLength;
    chunks.push(read.value);
  }
  if (reader) void passOver(reader);
  throw tooLarge();
}

/**
 * Lets the rest of a refused body pass by, up to a limit, while the answer is on its way: a connection that
 * is closed on somebody who is still sending loses them the answer.
 */
async function passOver(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let size = 0; size < MOST_PASSED_OVER; ) {
      const { value, done } = await reader.read();
      if (done) return;
      size += value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The sender has gone, which is what was wanted.
  }
}

async function readClient(request: Request, address: string): Promise<ApiClient> {
  const header = request.headers.get("Authorization") ?? "";
  const key = /^Bearer ([!-~]+)$/i.exec(header)?.[1];
  const client = key === undefined ? null : await findApiClient(key);
  if (client) return client;
  const turn = await consumeAttempt(STRANGERS, addressGroup(address));
  if (!turn.ok) throw tooMany(STRANGERS, turn.retryAt);
  throw refuse(problem(key === undefined ? "key-missing" : "key-wrong"), {
    "WWW-Authenticate": 'Bearer realm="Marque API"',
  });
}

function tooMany(limit: Limit, retryAt: Date): Response {
  const seconds = Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000));
  return refuse(problem("too-many-requests"), {
    "Retry-After": String(seconds),
    "RateLimit-Policy": policyOf(limit),
    RateLimit: `"${limit.name}";r=0;t=${seconds}`,
  });
}

const policyOf = ({ name, turns, seconds }: Limit) => `"${name}";q=${turns};w=${seconds}`;

function asResponse(error: unknown): Response {
  if (error instanceof Response) return error;
  log().error({ err: error }, "a call of the API failed");
  return refuse(problem("unexpected"));
}

function addressOf(context: unknown): string {
  const { address } = (context ?? {}) as { address?: unknown };
  return typeof address === "string" ? address : "";
}
