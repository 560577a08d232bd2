import type { ApiScope } from "#app/modules/api/api-client.ts";
import { createApiClient } from "#app/modules/api/api-clients.server.ts";
import { loader as readBalance } from "../../app/routes/points/open/api.v1.members.$number.balance.ts";
import { action as sendOrder } from "../../app/routes/service/open/api.v1.service-orders.ts";

const origin = "http://club.marque.test";

/** A key of a new client. */
export async function anApiKey(...scopes: ApiScope[]): Promise<string> {
  return (await createApiClient("Workshop system", scopes)).key;
}

/** An order that can be taken; a test changes what it is about. */
export function anApiOrder(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    store: "湖畔一店",
    order_number: "RO2611210001",
    settled_at: "2026-11-20T15:30:00+08:00",
    vin: "WBAD25UT0J3095119",
    kind: "maintenance",
    labour_minor: 50_000,
    parts_minor: 80_000,
    discount_minor: 1_400,
    paid_minor: 128_600,
    payer: "owner",
    ...changes,
  };
}

type Sending = { key?: string; headers?: Record<string, string | null>; address?: string };

/** Sends an order, or whatever else is given as a body; a header of null is left out. */
export function sendToApi(
  body: unknown,
  { key, headers, address }: Sending = {},
): Promise<Response> {
  const all: Record<string, string | null> = {
    "Content-Type": "application/json",
    "Idempotency-Key": crypto.randomUUID(),
    Authorization: key ? `Bearer ${key}` : null,
    ...headers,
  };
  const request = new Request(`${origin}/api/v1/service-orders`, {
    method: "POST",
    headers: Object.entries(all).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, value]],
    ),
    body: isBody(body) ? body : JSON.stringify(body),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  return sendOrder({ request, params: {}, context: { address: address ?? "192.0.2.1" } });
}

/** Reads a member's balance. */
export function balanceFromApi(number: string, { key, headers }: Sending = {}): Promise<Response> {
  const request = new Request(`${origin}/api/v1/members/${number}/balance`, {
    headers: { ...(key ? { Authorization: `Bearer ${key}` } : {}), ...headers } as Record<
      string,
      string
    >,
  });
  return readBalance({ request, params: { number }, context: { address: "192.0.2.1" } });
}

function isBody(body: unknown): body is string | Uint8Array<ArrayBuffer> | ReadableStream {
  return typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
}
