import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { openApi } from "#app/modules/api/openapi.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { writePlan } from "#app/modules/events/plan.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  anApiKey,
  cancelPartyOverHttp,
  changePartyOverHttp,
  checkInOverHttp,
  readEventsApi,
  registerOverHttp,
  withApiNumber,
} from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aLimit, anOpenPlan, aPublishedEvent } from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";

testDatabase();

let key: string;
let reader: string;
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
ajv.addVocabulary(["components", "paths", "webhooks", "openapi", "info", "servers", "security"]);

beforeAll(async () => {
  await ensureClub(db());
  key = await anApiKey(
    "events:read",
    "registrations:read",
    "registrations:write",
    "codes:read",
    "check-in:write",
  );
  reader = await anApiKey("registrations:read");
  ajv.addSchema(openApi("http://club.marque.test"), "api");
});

/** Holds a body against a schema of the description; gives what is wrong with it. */
function faults(name: string, body: unknown): unknown {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (!validate) throw new Error(`There is no schema ${name}`);
  return validate(body) ? null : validate.errors;
}

const aMember = async (points = 1_000) => withApiNumber(await aSaver(points));
const aBody = (number: string, changes: Record<string, unknown> = {}) => ({
  member_number: number,
  people: [{ role: "adult", name: "Ada", is_member: true }],
  ...changes,
});

test("events are listed as they are described, with what is free", async () => {
  const { eventId } = await aPublishedEvent({
    plan: anOpenPlan({
      limits: [aLimit({ most: 3 })],
      price: { kind: "points", points: 80, per: "person" },
    }),
  });
  const member = await aMember();
  await registerOverHttp(eventId, aBody(member.number), { key });
  const body = await (await readEventsApi({ events: true, after: eventId - 1 }, { key })).json();
  expect(faults("Events", body)).toBeNull();
  expect(body.events).toMatchObject([
    { id: eventId, phase: "open", full: false, limits: [{ most: 3, free: 2 }] },
  ]);
});

test("a party is registered and pays, and a retry under its key is the same one, byte for byte", async () => {
  const { eventId } = await aPublishedEvent({
    plan: anOpenPlan({ price: { kind: "points", points: 80, per: "person" } }),
  });
  const member = await aMember();
  const sent = () =>
    registerOverHttp(eventId, aBody(member.number), {
      key,
      headers: { "Idempotency-Key": `once-${eventId}` },
    });
  const [first, second] = [await sent(), await sent()];
  expect([first.status, second.status]).toEqual([200, 200]);
  const text = await first.text();
  expect(await second.text()).toBe(text);
  expect(second.headers.get("Idempotency-Replayed")).toBe("true");
  const party = JSON.parse(text);
  expect(faults("Registration", party)).toBeNull();
  expect(party).toMatchObject({
    state: "registered",
    points: 80,
    people: [{ name: "Ada", state: "coming" }],
  });
  expect((await loadBalance(db(), member.accountId))?.available).toBe(920);
  const read = await (await readEventsApi({ registration: party.id }, { key: reader })).json();
  expect(read).toEqual({ ...party, code: null });
});

test("where it is full a party waits, or is refused, as it asks", async () => {
  const { eventId } = await aPublishedEvent({
    plan: anOpenPlan({ limits: [aLimit({ most: 1 })] }),
  });
  const [first, second, third] = [await aMember(), await aMember(), await aMember()];
  await registerOverHttp(eventId, aBody(first.number), { key });
  const refused = await registerOverHttp(eventId, aBody(second.number, { if_full: "refuse" }), {
    key,
  });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ reason: "full" });
  const waits = await registerOverHttp(eventId, aBody(third.number), { key });
  expect(await waits.json()).toMatchObject({ state: "waiting", people: [{ state: "waiting" }] });
});

test("what is wrong with a party is named place by place", async () => {
  const { eventId } = await aPublishedEvent({ plan: anOpenPlan() });
  const member = await aMember();
  const body = aBody(member.number, { people: [{ role: "child", name: "Mia" }] });
  const refused = await registerOverHttp(eventId, body, { key });
  expect(refused.status).toBe(409);
  const { reason, errors } = await refused.json();
  expect(reason).toBe("party");
  expect(errors).toContainEqual({ at: "people.0.birthDate", message: "birth-date-needed" });
});

test.each([
  ["an event that is not there", 2_147_483_647, {}, 404],
  ["a word for an event", "soon", {}, 404],
  ["a body with more than is described", 1, { vip: true }, 400],
  ["nobody", 1, { people: [] }, 400],
])("%s is refused", async (_case, eventId, changes, status) => {
  const member = await aMember();
  const response = await registerOverHttp(eventId, aBody(member.number, changes), { key });
  expect(response.status).toBe(status);
  expect(faults("Problem", await response.json())).toBeNull();
});

test("a key that may only read registers nobody", async () => {
  const { eventId } = await aPublishedEvent({ plan: anOpenPlan() });
  const member = await aMember();
  expect((await registerOverHttp(eventId, aBody(member.number), { key: reader })).status).toBe(403);
});

test("a party is changed as it was read, and not where somebody changed it since", async () => {
  const { eventId } = await aPublishedEvent({ plan: anOpenPlan() });
  const member = await aMember();
  const party = await (await registerOverHttp(eventId, aBody(member.number), { key })).json();
  const change = {
    revision: party.revision,
    people: [
      { id: party.people[0].id, role: "adult", name: "Ada", is_member: true },
      { role: "adult", name: "Lin Wei" },
    ],
  };
  const changed = await (await changePartyOverHttp(party.id, change, { key })).json();
  expect(faults("Registration", changed)).toBeNull();
  expect(changed.people).toMatchObject([
    { name: "Ada", state: "coming" },
    { name: "Lin Wei", state: "coming" },
  ]);
  const again = await changePartyOverHttp(party.id, change, { key });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ reason: "changed-meanwhile" });
});

test("a party is cancelled once, its points go back once, and a retry is answered alike", async () => {
  const { eventId } = await aPublishedEvent({
    plan: anOpenPlan({ price: { kind: "points", points: 80, per: "person" } }),
  });
  const member = await aMember();
  const { id } = await (await registerOverHttp(eventId, aBody(member.number), { key })).json();
  for (const _time of ["first", "second"]) {
    const cancelled = await cancelPartyOverHttp(id, { key });
    expect(cancelled.status).toBe(200);
    expect(await cancelled.json()).toMatchObject({ state: "cancelled" });
    expect((await loadBalance(db(), member.accountId))?.available).toBe(1_000);
  }
  expect((await cancelPartyOverHttp(2_147_483_647, { key })).status).toBe(404);
});

test("who came is marked by what was read, once, however often it is sent", async () => {
  const { eventId, plan } = await aPublishedEvent({ plan: anOpenPlan() });
  const member = await aMember();
  const party = await (await registerOverHttp(eventId, aBody(member.number), { key })).json();
  // It is its day by now.
  const begun = writePlan({ ...plan, startsAt: new Date(Date.now() - 3600_000) });
  await db().event.update({ where: { id: eventId }, data: { plan: begun } });
  const mark = (code: string) => ({
    id: crypto.randomUUID(),
    kind: "in",
    code,
    at: new Date().toISOString(),
  });
  const body = { gate: "Main gate", marks: [mark(party.code), mark("NOBODY")] };
  const [first, second] = [
    await (await checkInOverHttp(eventId, body, { key })).json(),
    await (await checkInOverHttp(eventId, body, { key })).json(),
  ];
  expect(faults("CheckInKept", first)).toBeNull();
  expect(first.marks).toMatchObject([
    { answer: "recorded", already: false },
    { answer: "provisional", already: false },
  ]);
  expect(second.marks).toMatchObject([{ already: true }, { already: true }]);
  expect((await loadBalance(db(), member.accountId))?.available).toBe(1_050);
});

test("what no database keeps is refused before it is asked", async () => {
  const { eventId } = await aPublishedEvent({ plan: anOpenPlan() });
  const { number } = await aMember();
  const ada = { role: "adult", name: "Ada", is_member: true };
  for (const unfit of [
    { version: 3_000_000_000 },
    { people: [{ ...ada, allergies: "Nu\u0000ts" }] },
    { emergency: { name: "Wei", phone: "138", collectors: "\u0000" } },
  ]) {
    expect((await registerOverHttp(eventId, aBody(number, unfit), { key })).status).toBe(400);
  }
  const longAgo = { people: [{ ...ada, birth_date: "0000-01-01" }] };
  const refused = await registerOverHttp(eventId, aBody(number, longAgo), { key });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ errors: [{ message: "birth-date-needed" }] });
  const mark = { id: crypto.randomUUID(), kind: "in", code: "NOBODY", at: "2027-01-01T00:00:00Z" };
  for (const unfit of [{ person_id: 3_000_000_000 }, { at: "0000-01-01T00:00:00Z" }]) {
    const body = { gate: "Main gate", marks: [{ ...mark, ...unfit }] };
    expect((await checkInOverHttp(eventId, body, { key })).status).toBe(400);
  }
});
