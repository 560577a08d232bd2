import type { ApiScope } from "#app/modules/api/api-client.ts";
import { createApiClient } from "#app/modules/api/api-clients.server.ts";
import { db } from "#app/platform/db.server.ts";
import { action as checkIn } from "../../app/routes/attendance/open/api.v1.events.$id.check-ins.ts";
import { loader as readEvents } from "../../app/routes/events/open/api.v1.events.ts";
import { loader as readGifts } from "../../app/routes/gifts/open/api.v1.gifts.ts";
import {
  action as changeLead,
  loader as readLead,
} from "../../app/routes/leads/open/api.v1.leads.$id.ts";
import { action as handIn } from "../../app/routes/leads/open/api.v1.leads.ts";
import { loader as readBalance } from "../../app/routes/points/open/api.v1.members.$number.balance.ts";
import {
  loader as readRedemptions,
  action as redeem,
} from "../../app/routes/redemptions/open/api.v1.members.$number.redemptions.ts";
import { action as cancel } from "../../app/routes/redemptions/open/api.v1.redemptions.$id.cancel.ts";
import { loader as readRedemption } from "../../app/routes/redemptions/open/api.v1.redemptions.$id.ts";
import { action as registerForEvent } from "../../app/routes/registrations/open/api.v1.events.$id.registrations.ts";
import { action as cancelParty } from "../../app/routes/registrations/open/api.v1.registrations.$id.cancel.ts";
import {
  action as changeRegistration,
  loader as readRegistration,
} from "../../app/routes/registrations/open/api.v1.registrations.$id.ts";
import { action as sendOrder } from "../../app/routes/service/open/api.v1.service-orders.ts";
import type { TestMember } from "./people.ts";

const origin = "http://club.marque.test";

/** A key of a new client. */
export async function anApiKey(...scopes: ApiScope[]): Promise<string> {
  return (await createApiClient("Workshop system", scopes)).key;
}

let members = 0;

/** Gives a member a number with its check digit, as the API reads them; those of test people have none. */
export async function withApiNumber<Member extends TestMember>(member: Member): Promise<Member> {
  members += 1;
  const digits = `7${String(members).padStart(6, "0")}`;
  const number = `M${digits}${luhn(digits)}`;
  await db().member.update({ where: { id: member.memberId }, data: { number } });
  return { ...member, number };
}

function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
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
export function sendToApi(body: unknown, sending: Sending = {}): Promise<Response> {
  const request = aPost("service-orders", body, sending);
  return sendOrder({ request, params: {}, context: contextOf(sending) });
}

/** Takes gifts for a member. */
export function redeemOverHttp(
  number: string,
  body: unknown,
  sending: Sending = {},
): Promise<Response> {
  const request = aPost(`members/${number}/redemptions`, body, sending);
  return redeem({ request, params: { number }, context: contextOf(sending) });
}

/** Cancels a redemption. */
export function cancelOverHttp(id: number | string, sending: Sending = {}): Promise<Response> {
  const request = aPost(`redemptions/${id}/cancel`, "", sending);
  return cancel({ request, params: { id: String(id) }, context: contextOf(sending) });
}

/** Reads one of the addresses below /api/v1/ that loaders answer. */
export function readGiftsApi(
  what: { gifts: true } | { redemptionsOf: string; before?: number } | { redemption: number },
  { key }: Sending = {},
): Promise<Response> {
  const at = (path: string) =>
    new Request(`${origin}/api/v1/${path}`, {
      headers: key ? { Authorization: `Bearer ${key}` } : {},
    });
  const context = contextOf({});
  if ("gifts" in what) return readGifts({ request: at("gifts"), params: {}, context });
  if ("redemption" in what) {
    const id = String(what.redemption);
    return readRedemption({ request: at(`redemptions/${id}`), params: { id }, context });
  }
  const { redemptionsOf: number, before } = what;
  const query = before === undefined ? "" : `?before=${before}`;
  const request = at(`members/${number}/redemptions${query}`);
  return readRedemptions({ request, params: { number }, context });
}

/** Registers a party for an event. */
export function registerOverHttp(
  eventId: number | string,
  body: unknown,
  sending: Sending = {},
): Promise<Response> {
  const request = aPost(`events/${eventId}/registrations`, body, sending);
  return registerForEvent({
    request,
    params: { id: String(eventId) },
    context: contextOf(sending),
  });
}

/** Changes a registration. */
export function changePartyOverHttp(
  id: number,
  body: unknown,
  sending: Sending = {},
): Promise<Response> {
  const request = aPost(`registrations/${id}`, body, sending);
  const put = new Request(request, { method: "PUT" });
  return changeRegistration({
    request: put,
    params: { id: String(id) },
    context: contextOf(sending),
  });
}

/** Cancels a registration. */
export function cancelPartyOverHttp(id: number, sending: Sending = {}): Promise<Response> {
  const request = aPost(`registrations/${id}/cancel`, "", sending);
  return cancelParty({ request, params: { id: String(id) }, context: contextOf(sending) });
}

/** Says who came to an event. */
export function checkInOverHttp(
  eventId: number,
  body: unknown,
  sending: Sending = {},
): Promise<Response> {
  const request = aPost(`events/${eventId}/check-ins`, body, sending);
  return checkIn({ request, params: { id: String(eventId) }, context: contextOf(sending) });
}

/** Reads events, or a registration. */
export function readEventsApi(
  what: { events: true; after?: number } | { registration: number },
  { key }: Sending = {},
): Promise<Response> {
  const headers: HeadersInit = key ? { Authorization: `Bearer ${key}` } : {};
  const context = contextOf({});
  if ("registration" in what) {
    const id = String(what.registration);
    const request = new Request(`${origin}/api/v1/registrations/${id}`, { headers });
    return readRegistration({ request, params: { id }, context });
  }
  const query = what.after === undefined ? "" : `?after=${what.after}`;
  const request = new Request(`${origin}/api/v1/events${query}`, { headers });
  return readEvents({ request, params: {}, context });
}

/** Hands in a friend whom somebody recommends. */
export function handInOverHttp(body: unknown, sending: Sending = {}): Promise<Response> {
  return handIn({
    request: aPost("leads", body, sending),
    params: {},
    context: contextOf(sending),
  });
}

/** Says where a lead stands, or reads it where nothing is said. */
export function leadOverHttp(id: number, body: unknown, sending: Sending = {}): Promise<Response> {
  const call = { params: { id: String(id) }, context: contextOf(sending) };
  if (body !== null) {
    const request = new Request(aPost(`leads/${id}`, body, sending), { method: "PATCH" });
    return changeLead({ request, ...call });
  }
  const headers: HeadersInit = sending.key ? { Authorization: `Bearer ${sending.key}` } : {};
  return readLead({ request: new Request(`${origin}/api/v1/leads/${id}`, { headers }), ...call });
}

function aPost(path: string, body: unknown, { key, headers }: Sending): Request {
  const all: Record<string, string | null> = {
    "Content-Type": "application/json",
    "Idempotency-Key": crypto.randomUUID(),
    Authorization: key ? `Bearer ${key}` : null,
    ...headers,
  };
  return new Request(`${origin}/api/v1/${path}`, {
    method: "POST",
    headers: Object.entries(all).flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, value]],
    ),
    body: isBody(body) ? body : JSON.stringify(body),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

const contextOf = ({ address }: Sending) => ({ address: address ?? "192.0.2.1" });

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
